package dramatis.characters;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card's JSON, read with patience: V2 and V3 keep their fields in {@code data}, V1 at the top, and many cards in both
 * places; null and false are nothing, a number is a text, one text is a list of one, and a list where a text belongs is
 * its lines.
 *
 * @param file what it is called in messages
 * @param root the whole card; never changed
 */
record CardTree(String file, ObjectNode root) {
    /** More entries than these are refused. */
    static final int MOST_LORE = 5_000;

    /** A longer text fits in no character; it is refused before anything looks for patterns in it. */
    private static final int LONGEST = 100_000;

    /** All texts of a list together. */
    private static final int LONGEST_LIST = CharacterFile.LARGEST;

    /** Ten times what is used of a list. */
    private static final int MOST_ITEMS = 1_000;

    CardTree {
        requireNonNull(file, "file");
        requireNonNull(root, "root");
    }

    /** The card in a JSON tree. */
    static CardTree of(String file, JsonNode tree) {
        if (!(tree instanceof ObjectNode root)) {
            throw FileText.refusal(file, Place.NONE, "A card is a JSON object in braces; this is something else.");
        }
        CardTree card = new CardTree(file, root);
        card.refuseOthers();
        int lore = card.loreEntries();
        if (lore > MOST_LORE) {
            throw card.refusal(
                    "character_book.entries",
                    "The lorebook has " + lore + " entries; " + MOST_LORE + " are the most, so shorten it.");
        }
        return card;
    }

    private void refuseOthers() {
        if (root.path("entries").isContainer() && !root.path("data").isObject()) {
            throw FileText.refusal(
                    file, Place.NONE, "This is a lorebook without a character; name the card that it belongs to.");
        }
        boolean spoken = Stream.of("spec", "data", "description", "personality", "first_mes")
                .anyMatch(root::has);
        if (!spoken) {
            throw FileText.refusal(
                    file, Place.NONE, "This JSON is no character card: it has neither data nor a description.");
        }
    }

    /** V2 or V3; empty is V1. */
    Optional<CardSpec> spec() {
        String named = scalar(root.path("spec")).toLowerCase(Locale.ROOT);
        if (named.contains("v3")) {
            return Optional.of(CardSpec.V3);
        }
        return root.path("data").isObject() ? Optional.of(CardSpec.V2) : Optional.empty();
    }

    /** A field of whatever type, from {@code data} or, where it is absent there, from the top. */
    JsonNode node(String field) {
        JsonNode inside = root.path("data").path(field);
        return isAbsent(inside) ? root.path(field) : inside;
    }

    /** A field of an extension, of whatever type. */
    JsonNode extension(String name, String field) {
        return node("extensions").path(name).path(field);
    }

    /** A text that goes into a character. */
    String text(String field) {
        return text(field, node(field));
    }

    /** A text of an extension that goes into a character. */
    String text(String extension, String field) {
        return text("extensions." + extension + "." + field, extension(extension, field));
    }

    /** A text for people, of any length; empty where it is something else. */
    String note(String field) {
        return scalar(node(field));
    }

    /** A list of texts of an extension that go into a character. */
    List<String> texts(String extension, String field) {
        return texts("extensions." + extension + "." + field, extension(extension, field));
    }

    /** A list of texts that go into a character; one text is a list of one. */
    List<String> texts(String field) {
        return texts(field, node(field));
    }

    private List<String> texts(String field, JsonNode list) {
        if (!list.isArray()) {
            return Stream.of(text(field, list)).filter(text -> !text.isBlank()).toList();
        }
        if (list.size() > MOST_ITEMS) {
            throw refusal(
                    field, "The list has " + list.size() + " items; " + MOST_ITEMS + " are the most, so shorten it.");
        }
        List<String> texts = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < list.size(); i++) {
            texts.add(text(field + ", item " + (i + 1), list.get(i)));
            length += texts.get(i).length();
            refuseLonger(field, length, LONGEST_LIST);
        }
        return texts;
    }

    /** The words to find it by: some cards have them in one text with commas. */
    List<String> tags() {
        JsonNode tags = node("tags");
        return tags.isString() ? Arrays.asList(text("tags").split(",")) : texts("tags");
    }

    /** How many entries the lorebook has; other programs write them as a list or by number. */
    int loreEntries() {
        return node("character_book").path("entries").size();
    }

    private String text(String field, JsonNode value) {
        if (value.isObject()) {
            throw refusal(field, "This is an object; it must be a text.");
        }
        if (value.isArray()) {
            return String.join("\n", texts(field, value));
        }
        String text = scalar(value);
        refuseLonger(field, text.length(), LONGEST);
        return text;
    }

    private void refuseLonger(String field, int length, int longest) {
        if (length > longest) {
            throw refusal(
                    field,
                    "There are more than " + longest + " characters here, which is too much to use; shorten it.");
        }
    }

    /** A text or number as a text; a truth value is nothing. A number's own words: 1e999999999 is not written out. */
    private static String scalar(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isNumber() ? String.valueOf(value.numberValue()) : "";
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    CharacterFileException refusal(String field, String sentence) {
        return new CharacterFileException(new CharacterProblem(file, field, 0, 0, sentence));
    }
}
