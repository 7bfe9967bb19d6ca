package dramatis.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enough JSON for a server in tests: maps, lists, strings, numbers, booleans and null. */
final class ModelServerJson {
    private final String text;
    private int at;

    private ModelServerJson(String text) {
        this.text = text;
    }

    /** Reads one value; throws IllegalArgumentException for anything else. */
    static @Nullable Object read(String text) {
        ModelServerJson json = new ModelServerJson(text);
        Object value = json.value();
        json.space();
        json.require(json.at == text.length());
        return value;
    }

    /** The value as JSON, in one line. */
    static String write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((key, member) -> members.add(quoted(String.valueOf(key)) + ": " + write(member)));
            return "{" + String.join(", ", members) + "}";
        }
        if (value instanceof List<?> list) {
            return "["
                    + String.join(
                            ", ", list.stream().map(ModelServerJson::write).toList()) + "]";
        }
        return value instanceof String string ? quoted(string) : String.valueOf(value);
    }

    private static String quoted(String string) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private @Nullable Object value() {
        space();
        require(at < text.length());
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        at++;
        while (!closes('}')) {
            space();
            String key = string();
            space();
            require(text.charAt(at++) == ':');
            object.put(key, value());
        }
        return object;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        at++;
        while (!closes(']')) {
            array.add(value());
        }
        return array;
    }

    /** Passes a comma, or the end of an object or an array. */
    private boolean closes(char end) {
        space();
        require(at < text.length());
        if (text.charAt(at) == ',') {
            at++;
            return false;
        }
        boolean closes = text.charAt(at) == end;
        at += closes ? 1 : 0;
        return closes;
    }

    private String string() {
        require(at < text.length() && text.charAt(at) == '"');
        at++;
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int plain = "nrtbf".indexOf(c);
        return plain < 0 ? c : "\n\r\t\b\f".charAt(plain);
    }

    private @Nullable Object word() {
        int from = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        if (word.equals("null")) {
            return null;
        }
        return word.matches("-?\\d+") ? (Object) Long.valueOf(word) : (Object) Double.valueOf(word);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void require(boolean sound) {
        if (!sound) {
            throw new IllegalArgumentException("not JSON at character " + at);
        }
    }
}
