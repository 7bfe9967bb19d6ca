package dramatis.hub;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON objects property by property; a value of another kind than the expected one is as good as missing. */
final class JsonObjects {
    private static final JsonFactory JSON = new JsonFactory();

    /** Takes what it needs of a property; the parser stands at the first token of its value. */
    interface Property {
        void read(String name, JsonParser value);
    }

    private JsonObjects() {}

    /** Reads a whole text; throws a JacksonException where it is not JSON. */
    static void read(byte[] json, Property property) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            each(parser, property);
        }
    }

    static void each(JsonParser parser, Property property) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            property.read(name, parser);
            parser.skipChildren();
        }
    }

    static String text(JsonParser value) {
        return value.currentToken() == JsonToken.VALUE_STRING ? value.getString() : "";
    }

    /** The number, or -1. */
    static long number(JsonParser value) {
        return value.currentToken() == JsonToken.VALUE_NUMBER_INT ? value.getLongValue() : -1;
    }
}
