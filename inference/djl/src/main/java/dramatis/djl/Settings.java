package dramatis.djl;

import static java.util.Objects.requireNonNull;

import dramatis.inference.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** An object of a JSON file, read strictly: a value of the wrong kind is refused with its file and key. */
final class Settings {
    private final String place;
    private final Map<?, ?> object;

    private Settings(String place, Map<?, ?> object) {
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
        return Files.exists(file) ? read(file) : new Settings(file.toString(), Map.of());
    }

    static Settings of(String place, byte[] json) {
        requireNonNull(place, "place");
        try {
            if (JsonReader.read(json) instanceof Map<?, ?> object) {
                return new Settings(place, object);
            }
        } catch (JacksonException e) {
            throw Refusal.of(place + " is not JSON: " + e.getOriginalMessage() + ".");
        }
        throw Refusal.of(place + " must be a JSON object.");
    }

    /** Where this object stands, for messages. */
    String place() {
        return place;
    }

    List<String> keys() {
        return object.keySet().stream().map(String::valueOf).toList();
    }

    /** Whether the key is there with something other than null. */
    boolean has(String key) {
        return object.get(key) != null;
    }

    /** Whether the key is there and null. */
    boolean isNull(String key) {
        return object.containsKey(key) && !has(key);
    }

    /** Whether the value is an object or an array without anything in it, or missing. */
    boolean isEmpty(String key) {
        Object value = object.get(key);
        return value == null
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty());
    }

    boolean isText(String key) {
        return object.get(key) instanceof String;
    }

    OptionalInt integer(String key) {
        Object value = object.get(key);
        return value == null ? OptionalInt.empty() : OptionalInt.of(integer(key, value));
    }

    OptionalDouble decimal(String key) {
        Object value = object.get(key);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        throw wrong(key, value, "a number");
    }

    boolean flag(String key, boolean otherwise) {
        Object value = object.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, value, "true or false");
    }

    Optional<String> text(String key) {
        Object value = object.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(key, value, "a text");
    }

    Optional<Settings> object(String key) {
        Object value = object.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new Settings(place + ", " + key, map));
        }
        throw wrong(key, value, "an object");
    }

    /** The objects of an array; empty where the key is missing. */
    List<Settings> objects(String key) {
        List<Settings> found = new ArrayList<>();
        for (Object item : array(key)) {
            if (!(item instanceof Map<?, ?> map)) {
                throw wrong(key, item, "an array of objects");
            }
            found.add(new Settings(place + ", " + key + "[" + found.size() + "]", map));
        }
        return found;
    }

    List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        for (Object item : array(key)) {
            if (!(item instanceof String text)) {
                throw wrong(key, item, "an array of texts");
            }
            found.add(text);
        }
        return found;
    }

    List<Long> longs(String key) {
        List<Long> found = new ArrayList<>();
        for (Object item : array(key)) {
            OptionalLong whole = whole(item);
            found.add(whole.orElseThrow(() -> wrong(key, item, "an array of integers")));
        }
        return found;
    }

    /** One integer or an array of them, as end-of-text ids are written; empty where the key is missing. */
    List<Integer> integers(String key) {
        List<Integer> found = new ArrayList<>();
        for (Object item : object.get(key) instanceof Number one ? List.of(one) : array(key)) {
            found.add(integer(key, item));
        }
        return found;
    }

    private List<?> array(String key) {
        Object value = object.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(key, value, "an array");
    }

    private int integer(String key, @Nullable Object value) {
        OptionalLong whole = whole(value);
        if (whole.isEmpty() || whole.getAsLong() != (int) whole.getAsLong()) {
            throw wrong(key, value, "an integer");
        }
        return (int) whole.getAsLong();
    }

    private static OptionalLong whole(@Nullable Object value) {
        if (value instanceof Integer number) {
            return OptionalLong.of(number);
        }
        return value instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private EngineException wrong(String key, @Nullable Object value, String allowed) {
        String found = String.valueOf(value);
        String shown = found.length() > 40 ? found.substring(0, 40) + "…" : found;
        return Refusal.of(place + ": " + key + " is " + shown + "; it must be " + allowed + ".");
    }
}
