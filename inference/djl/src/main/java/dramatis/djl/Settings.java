package dramatis.djl;

import static java.util.Objects.requireNonNull;

import dramatis.inference.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An object of a JSON file, read strictly: a value of the wrong kind is refused with its file and key. */
final class Settings {
    private static final JsonMapper JSON = new JsonMapper();

    private final String place;
    private final JsonNode object;

    private Settings(String place, JsonNode object) {
        this.place = place;
        this.object = object;
    }

    /** Reads a file that must be there. */
    static Settings read(Path file) {
        try {
            return of(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw Refusal.unreadable(file, e);
        }
    }

    /** Reads a file, or gives an empty object where there is none. */
    static Settings readIfPresent(Path file) {
        return Files.exists(file) ? read(file) : of(file.toString(), new byte[] {'{', '}'});
    }

    static Settings of(String place, byte[] json) {
        requireNonNull(place, "place");
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException e) {
            throw Refusal.of(place + " is not JSON: " + e.getOriginalMessage() + ".");
        }
        if (!node.isObject()) {
            throw Refusal.of(place + " must be a JSON object.");
        }
        return new Settings(place, node);
    }

    /** Where this object stands, for messages. */
    String place() {
        return place;
    }

    List<String> keys() {
        return List.copyOf(object.propertyNames());
    }

    /** Whether the key is there with something other than null. */
    boolean has(String key) {
        return object.hasNonNull(key);
    }

    /** Whether the key is there and null. */
    boolean isNull(String key) {
        return object.has(key) && object.get(key).isNull();
    }

    OptionalInt integer(String key) {
        return has(key) ? OptionalInt.of(integer(key, object.get(key))) : OptionalInt.empty();
    }

    OptionalDouble decimal(String key) {
        if (!has(key)) {
            return OptionalDouble.empty();
        }
        JsonNode value = object.get(key);
        if (!value.isNumber()) {
            throw wrong(key, value, "a number");
        }
        return OptionalDouble.of(value.doubleValue());
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = object.get(key);
        if (!value.isBoolean()) {
            throw wrong(key, value, "true or false");
        }
        return value.booleanValue();
    }

    Optional<String> text(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode value = object.get(key);
        if (!value.isString()) {
            throw wrong(key, value, "a text");
        }
        return Optional.of(value.stringValue());
    }

    Optional<Settings> object(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode value = object.get(key);
        if (!value.isObject()) {
            throw wrong(key, value, "an object");
        }
        return Optional.of(new Settings(place + ", " + key, value));
    }

    /** The objects of an array; empty where the key is missing. */
    List<Settings> objects(String key) {
        List<Settings> found = new ArrayList<>();
        for (JsonNode item : array(key)) {
            if (!item.isObject()) {
                throw wrong(key, item, "an array of objects");
            }
            found.add(new Settings(place + ", " + key + "[" + found.size() + "]", item));
        }
        return found;
    }

    List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        for (JsonNode item : array(key)) {
            if (!item.isString()) {
                throw wrong(key, item, "an array of texts");
            }
            found.add(item.stringValue());
        }
        return found;
    }

    /** One integer or an array of them, as end-of-text ids are written; empty where the key is missing. */
    List<Integer> integers(String key) {
        if (!has(key)) {
            return List.of();
        }
        JsonNode value = object.get(key);
        List<Integer> found = new ArrayList<>();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            found.add(integer(key, item));
        }
        return found;
    }

    List<Long> longs(String key) {
        List<Long> found = new ArrayList<>();
        for (JsonNode item : array(key)) {
            if (!item.isIntegralNumber() || !item.canConvertToLong()) {
                throw wrong(key, item, "an array of integers");
            }
            found.add(item.longValue());
        }
        return found;
    }

    /** Whether the value is an object or an array without anything in it, or missing. */
    boolean isEmpty(String key) {
        return !has(key) || (object.get(key).isContainer() && object.get(key).isEmpty());
    }

    boolean isText(String key) {
        return has(key) && object.get(key).isString();
    }

    private Iterable<JsonNode> array(String key) {
        if (!has(key)) {
            return List.of();
        }
        JsonNode value = object.get(key);
        if (!value.isArray()) {
            throw wrong(key, value, "an array");
        }
        return value;
    }

    private int integer(String key, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(key, value, "an integer");
        }
        return value.intValue();
    }

    private EngineException wrong(String key, JsonNode value, String allowed) {
        String found = value.toString();
        String shown = found.length() > 40 ? found.substring(0, 40) + "…" : found;
        return Refusal.of(place + ": " + key + " is " + shown + "; it must be " + allowed + ".");
    }
}
