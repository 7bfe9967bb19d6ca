package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The control tokens of a tokenizer.json: its added tokens that are marked special, by their spelling. */
record AddedTokens(Map<String, Integer> controls) {
    private static final JsonFactory JSON = new JsonFactory();

    AddedTokens {
        controls = Map.copyOf(requireNonNull(controls, "controls"));
    }

    /** Finds them without reading the vocabulary. */
    static AddedTokens read(byte[] json) {
        Map<String, Integer> controls = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean added = parser.currentName().equals("added_tokens");
                parser.nextToken();
                if (!added) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    readOne(parser, controls);
                }
            }
        }
        return new AddedTokens(controls);
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
}
