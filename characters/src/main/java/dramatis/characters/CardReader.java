package dramatis.characters;

import dramatis.persona.Persona;
import dramatis.persona.Persona.Example;
import dramatis.persona.Slug;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a character of a card. What a card cannot say (thoughts, a picture's description) stands in the extension
 * {@code dramatis}, and counts as long as the card's own field still says the same: what another program has changed
 * since, wins.
 */
final class CardReader {
    /** The extension of ours. */
    static final String OURS = "dramatis";

    private static final List<String> GREETINGS = List.of("first_mes", "alternate_greetings", "group_only_greetings");

    private final CardTree card;
    private final Macros macros;

    CardReader(CardTree card) {
        this.card = card;
        Macros plain = new Macros("");
        String name = plain.line(card.text("name"));
        String nickname = fitting(CharacterKey.NAME, "nickname", plain.line(card.text("nickname")));
        macros = new Macros(nickname.equals(name) ? "" : nickname);
    }

    /** What the character is called. */
    String name() {
        String name = macros.line(card.text("name"));
        if (name.isEmpty()) {
            throw card.refusal("name", "The card does not say what the character is called; write it there.");
        }
        return name;
    }

    /** The character, with an id made of its name. */
    Persona read() {
        String name = fitting(CharacterKey.NAME, "name", name());
        String book = fitting(CharacterKey.FROM, "extensions.her.world", macros.line(card.text("her", "world")));
        return new Persona(
                Slug.of(name),
                name,
                book.isEmpty() ? Optional.empty() : Optional.of(book),
                fitting(CharacterKey.PROFILE, "description", profile()),
                extension(CharacterKey.PUBLIC_PROFILE, "her", "public_profile"),
                fitting(CharacterKey.SCENE, "scenario", macros.of(card.text("scenario"))),
                extension(CharacterKey.THOUGHT, "her", "motivation"),
                greetings(),
                examples(),
                extension(CharacterKey.AVATAR, OURS, "avatar"),
                tags());
    }

    private String extension(CharacterKey key, String extension, String field) {
        return fitting(key, "extensions." + extension + "." + field, macros.of(card.text(extension, field)));
    }

    /** A text that is not too long for a character. */
    private String fitting(CharacterKey key, String field, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > key.longest()) {
            throw card.refusal(
                    field,
                    "The text has " + length + " characters; " + key.longest() + " are the most, so shorten it.");
        }
        return text;
    }

    private String profile() {
        String profile = Stream.of(
                        macros.of(card.text("description")),
                        macros.of(card.text("personality")),
                        macros.instructions(card.text("system_prompt")),
                        macros.instructions(card.text("post_history_instructions")))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        if (profile.isEmpty()) {
            throw card.refusal("description", "The card does not say who the character is; write it there.");
        }
        return profile;
    }

    private List<String> greetings() {
        List<String> exact = card.texts(OURS, "greetings");
        if (isSaid(exact)
                && macros.of(exact.stream().map(Stagecraft::plain).toList()).equals(written())) {
            return exact;
        }
        return GREETINGS.stream()
                .flatMap(field -> macros.of(card.texts(field)).stream()
                        .map(Stagecraft::tagged)
                        .filter(HerTags::showsSomething)
                        .map(text -> fitting(CharacterKey.GREETING, field, text)))
                .limit(CharacterKey.MOST_ITEMS + 1L)
                .toList();
    }

    /** The greetings as the card has them. */
    private List<String> written() {
        return GREETINGS.stream()
                .flatMap(field -> macros.of(card.texts(field)).stream())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<Example> examples() {
        String written = macros.of(card.text("mes_example"));
        List<Example> exact = exactExamples();
        if (macros.of(CardExamples.write(exact)).equals(written)) {
            return exact;
        }
        List<String> names = List.of(macros.of(Macros.CHARACTER), macros.line(card.text("name")));
        return CardExamples.read(written, names).stream()
                .limit(CharacterKey.MOST_ITEMS)
                .map(example -> new Example(
                        fitting(CharacterKey.EXAMPLES, "mes_example", example.line()),
                        fitting(CharacterKey.EXAMPLES, "mes_example", example.reply())))
                .toList();
    }

    private List<Example> exactExamples() {
        List<String> lines = card.texts(OURS, "example_lines");
        List<String> replies = card.texts(OURS, "example_replies");
        return lines.size() == replies.size() && isSaid(replies)
                ? IntStream.range(0, lines.size())
                        .mapToObj(i -> new Example(lines.get(i), replies.get(i)))
                        .toList()
                : List.of();
    }

    /** Whether texts are fit to be taken as they are. */
    private static boolean isSaid(List<String> exact) {
        return exact.stream().allMatch(text -> HerTags.problem(text).isEmpty());
    }

    private List<String> tags() {
        return card.tags().stream()
                .map(macros::line)
                .filter(tag -> !tag.isEmpty() && tag.codePointCount(0, tag.length()) <= CharacterKey.TAGS.longest())
                .limit(CharacterKey.MOST_ITEMS)
                .toList();
    }
}
