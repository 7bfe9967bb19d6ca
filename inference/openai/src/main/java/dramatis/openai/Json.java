package dramatis.openai;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON value, read leniently: what is missing or of another kind is empty. */
final class Json {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Json NOTHING = new Json(null);

    private final @Nullable Object value;

    private Json(@Nullable Object value) {
        this.value = value;
    }

    /** Reads a text; nothing where it is not JSON. */
    static Json read(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Json json = new Json(value(parser));
            return parser.nextToken() == null ? json : NOTHING;
        } catch (JacksonException e) {
            return NOTHING;
        }
    }

    static Json nothing() {
        return NOTHING;
    }

    /** Writes maps, lists, texts, numbers and booleans. */
    static String write(Map<String, ?> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(generator, object);
        }
        return text.toString();
    }

    /** Whether it was JSON, and not null. */
    boolean isPresent() {
        return value != null;
    }

    Json get(String key) {
        return value instanceof Map<?, ?> map ? new Json(map.get(key)) : NOTHING;
    }

    /** The members of an array. */
    List<Json> items() {
        return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
    }

    Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<String> text(String key) {
        return get(key).text();
    }

    OptionalInt number(String key) {
        return get(key).value instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    /** A text or a number, as a text. */
    Optional<String> word(String key) {
        Object found = get(key).value;
        return found instanceof String || found instanceof Number
                ? Optional.of(String.valueOf(found))
                : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && String.valueOf(value).equals(String.valueOf(json.value));
    }

    @Override
    public int hashCode() {
        return String.valueOf(value).hashCode();
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return parser.getBooleanValue();
        }
        return token == null || token == JsonToken.VALUE_NULL ? null : parser.getNumberValue();
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static void write(JsonGenerator generator, Object value) {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                generator.writeName(String.valueOf(member.getKey()));
                write(generator, member.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(member -> write(generator, member));
            generator.writeEndArray();
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else {
            generator.writeString(String.valueOf(value));
        }
    }
}
