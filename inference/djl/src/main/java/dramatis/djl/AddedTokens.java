package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The added tokens of a tokenizer.json. They stand near its beginning, and nothing behind them is read: the vocabulary
 * may have megabytes.
 *
 * @param controls those that are marked special, by their spelling
 * @param from where the array begins in the file, in bytes
 * @param to where it ends; 0 where the file has none
 */
record AddedTokens(Map<String, Integer> controls, int from, int to) {
    private static final JsonFactory JSON = new JsonFactory();

    AddedTokens {
        controls = Map.copyOf(requireNonNull(controls, "controls"));
    }

    static AddedTokens read(byte[] json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean added = parser.currentName().equals("added_tokens");
                parser.nextToken();
                if (added) {
                    return readArray(parser);
                }
                parser.skipChildren();
            }
        }
        return new AddedTokens(Map.of(), 0, 0);
    }

    private static AddedTokens readArray(JsonParser parser) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        Map<String, Integer> controls = new TreeMap<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            readOne(parser, controls);
        }
        return new AddedTokens(controls, from, (int) parser.currentLocation().getByteOffset());
    }

    private static void readOne(JsonParser parser, Map<String, Integer> controls) {
        String content = "";
        int id = -1;
        boolean special = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "content" -> content = parser.getString();
                case "id" -> id = parser.getIntValue();
                case "special" -> special = parser.getBooleanValue();
                default -> parser.skipChildren();
            }
        }
        if (special && id >= 0) {
            controls.put(content, id);
        }
    }

    OptionalInt id(String content) {
        Integer id = controls.get(content);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** The same file with its array of added tokens emptied. */
    byte[] without(byte[] json) {
        if (to == 0) {
            return json;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
        out.write(json, 0, from);
        out.write('[');
        out.write(']');
        out.write(json, to, json.length - to);
        return out.toByteArray();
    }
}
