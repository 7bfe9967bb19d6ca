package dramatis.characters;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of cards. Depth and number of values are refused while they are read, before a tree of them takes its memory;
 * what is written is read back equal, to the last digit of a number.
 */
final class CardJson {
    static final int DEEPEST = 64;

    /** Values, keys and brackets together. A card with a thousand lorebook entries has some fifty thousand. */
    static final int MOST_TOKENS = 400_000;

    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    // what people leave behind who write JSON by hand
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CardJson() {}

    /** The tree in some bytes of UTF-8, which may begin with a byte order mark. */
    static JsonNode read(String file, byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            return read(file, parser, bytes);
        }
    }

    private static JsonNode read(String file, JsonParser parser, byte[] bytes) {
        try {
            return JSON.readTree(parser);
        } catch (StreamConstraintsException e) {
            boolean deep = parser.streamReadContext().getNestingDepth() >= DEEPEST;
            throw FileText.refusal(
                    file,
                    place(e.getLocation()),
                    deep
                            ? "The JSON is nested more than " + DEEPEST + " deep here; no card is."
                            : "The JSON has too many values, or a number or key too long; no card has.");
        } catch (JacksonException e) {
            FileText.decode(file, bytes); // which says when it is not even UTF-8
            throw FileText.refusal(
                    file, place(e.getLocation()), "This is not JSON here; export the card once more from its source.");
        }
    }

    /** In lines, for people. */
    static byte[] inLines(JsonNode tree) {
        return bytes(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
    }

    /** In one line. */
    static byte[] inOneLine(JsonNode tree) {
        return bytes(JSON.writeValueAsString(tree));
    }

    /** A half of a surrogate pair, which UTF-8 cannot say, is escaped. */
    private static byte[] bytes(String json) {
        return LONE_SURROGATE
                .matcher(json)
                .replaceAll(half -> "\\\\u" + Integer.toHexString(half.group().charAt(0)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Place place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? Place.NONE : new Place(at.getLineNr(), Math.max(1, at.getColumnNr()));
    }
}
