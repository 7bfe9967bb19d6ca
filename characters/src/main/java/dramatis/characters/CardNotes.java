package dramatis.characters;

import dramatis.persona.Persona;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says to whoever brought a card what was read of it, and what is kept and not used. Used once. */
final class CardNotes {
    /** Extensions that are read, or say nothing about a character. */
    private static final Set<String> NO_MATTER = Set.of("her", CardReader.OURS, "fav", "talkativeness");

    private static final int MOST_NAMES = 5;

    private final CharacterCard card;
    private final Persona persona;
    private final List<String> notes = new ArrayList<>();

    private CardNotes(CharacterCard card, Persona persona) {
        this.card = card;
        this.persona = persona;
    }

    /** Sentences, the first about what was read. */
    static List<String> of(CharacterCard card, Persona persona) {
        CardNotes notes = new CardNotes(card, persona);
        notes.notes.add(notes.read());
        notes.kept();
        notes.leftOut();
        return List.copyOf(notes.notes);
    }

    /** What of a card has no place in a character, in a few words each: what is lost where the card is not kept. */
    static List<String> unused(CharacterCard card) {
        int lore = card.tree().loreEntries();
        int assets = card.tree().node("assets").size();
        List<String> extensions = extensions(card);
        return Stream.of(
                        lore == 0 ? "" : count(lore, "lorebook entry", "lorebook entries"),
                        assets == 0 ? "" : count(assets, "asset", "assets"),
                        card.creatorNotes().isBlank() ? "" : "the creator's notes",
                        extensions.isEmpty() ? "" : "extensions (" + names(extensions) + ")")
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private String read() {
        String version = card.spec().map(CardSpec::name).orElse("V1");
        String creator = card.creator().isBlank()
                ? ""
                : " by " + Quoted.cut(card.creator().strip());
        String edition = card.version().isBlank()
                ? ""
                : ", version " + Quoted.cut(card.version().strip());
        return "A character card " + version + creator + edition + ": "
                + Stream.of(
                                "a profile of " + count(persona.profile().length(), "character", "characters"),
                                persona.scene().isEmpty() ? "" : "a scene",
                                some(persona.greetings(), "greeting", "greetings"),
                                some(persona.examples(), "example", "examples"),
                                some(persona.tags(), "tag", "tags"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private void kept() {
        later(card.tree().loreEntries(), "lorebook entry", "lorebook entries");
        later(card.tree().node("assets").size(), "asset", "assets");
        if (!card.creatorNotes().isBlank()) {
            notes.add("The creator's notes are kept for people to read; they are no part of the character.");
        }
        List<String> extensions = extensions(card);
        if (!extensions.isEmpty()) {
            notes.add("Extensions of other programs are kept; they are not used: " + names(extensions) + ".");
        }
    }

    private static List<String> extensions(CharacterCard card) {
        return card.tree()
                .node("extensions")
                .propertyStream()
                .filter(entry -> !NO_MATTER.contains(entry.getKey()) && !isEmpty(entry.getValue()))
                .map(entry -> entry.getKey())
                .toList();
    }

    private void later(int count, String one, String many) {
        if (count > 0) {
            notes.add(count(count, one, many) + (count == 1 ? " is" : " are") + " kept for later; "
                    + (count == 1 ? "it is" : "they are") + " not used yet.");
        }
    }

    private void leftOut() {
        long tags = card.tree().tags().stream().filter(tag -> !tag.isBlank()).count()
                - persona.tags().size();
        if (tags > 0) {
            notes.add(count(tags, "tag", "tags") + " too long or too many: kept in the card, not used.");
        }
        if (persona.greetings().size() > CharacterKey.MOST_ITEMS
                || persona.examples().size() == CharacterKey.MOST_ITEMS) {
            notes.add("No more than " + CharacterKey.MOST_ITEMS
                    + " alternates and as many examples are used; any others are kept in the card.");
        }
        Set<String> macros = texts().flatMap(text -> Macros.unread(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!macros.isEmpty()) {
            notes.add("Macros are not read and stand in the texts as they are: " + names(List.copyOf(macros)) + ".");
        }
        if (!card.isSound()) {
            notes.add("The card's checksum in the picture is wrong; look through its texts for damage.");
        }
    }

    private Stream<String> texts() {
        return Stream.concat(
                Stream.of(persona.profile(), persona.scene(), persona.thought()),
                Stream.concat(
                        persona.greetings().stream(),
                        persona.examples().stream().map(Persona.Example::reply)));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isBoolean() && !value.booleanValue())
                || (value.isString() && value.stringValue().isBlank())
                || (value.isContainer() && value.isEmpty());
    }

    private static String some(List<?> list, String one, String many) {
        return list.isEmpty() ? "" : count(list.size(), one, many);
    }

    private static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    private static String names(List<String> names) {
        String shown = names.stream().limit(MOST_NAMES).map(Quoted::cut).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? shown : shown + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
