package dramatis.characters;

import dramatis.persona.Scene;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one object of a scene file: what is absent or null is empty, what is of another type is refused by name. */
final class SceneReader {
    private final String file;
    private final int index;
    private final Place place;

    SceneReader(String file, int index, Place place) {
        this.file = file;
        this.index = index;
        this.place = place;
    }

    Scene read(JsonNode scene) {
        if (!scene.isObject()) {
            throw wrong("", scene, "an object");
        }
        JsonNode plot = group(scene, "plot", "");
        return new Scene(
                text(scene, "book", ""),
                text(scene, "topic", ""),
                text(scene, "scenario", ""),
                profiles(group(scene, "character_profiles", "")),
                byName(scene, "key_characters", "", "thought"),
                byName(scene, "key_characters", "", "motivation"),
                byName(plot, "key_characters", "plot.", "description"),
                texts(scene, "speaking_characters_w_env"));
    }

    private Map<String, String> profiles(JsonNode profiles) {
        Map<String, String> texts = new LinkedHashMap<>();
        profiles.properties()
                .forEach(entry -> texts.put(entry.getKey(), text(profiles, entry.getKey(), "character_profiles.")));
        return texts;
    }

    /**
     * One text of each object of a list, by the object's name. As in the reference, the first object of a name decides,
     * even where it lacks the text.
     */
    private Map<String, String> byName(JsonNode parent, String key, String within, String wanted) {
        Map<String, String> texts = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        JsonNode list = list(parent, key, within);
        for (int i = 0; i < list.size(); i++) {
            String at = within + key + "[" + i + "]";
            if (isAbsent(list.get(i))) {
                continue;
            }
            if (!list.get(i).isObject()) {
                throw wrong(at, list.get(i), "an object");
            }
            String name = text(list.get(i), "name", at + ".");
            String text = text(list.get(i), wanted, at + ".");
            boolean present = !name.isEmpty() && !isAbsent(list.get(i).path(wanted));
            if (seen.add(name) && present) {
                texts.put(name, text);
            }
        }
        return texts;
    }

    private List<String> texts(JsonNode parent, String key) {
        List<String> texts = new ArrayList<>();
        JsonNode list = list(parent, key, "");
        for (int i = 0; i < list.size(); i++) {
            if (!isAbsent(list.get(i))) {
                texts.add(text(list.get(i), key + "[" + i + "]"));
            }
        }
        return texts;
    }

    private JsonNode group(JsonNode parent, String key, String within) {
        JsonNode value = parent.path(key);
        if (!isAbsent(value) && !value.isObject()) {
            throw wrong(within + key, value, "an object");
        }
        return value;
    }

    private JsonNode list(JsonNode parent, String key, String within) {
        JsonNode value = parent.path(key);
        if (!isAbsent(value) && !value.isArray()) {
            throw wrong(within + key, value, "an array");
        }
        return value;
    }

    private String text(JsonNode parent, String key, String within) {
        JsonNode value = parent.path(key);
        return isAbsent(value) ? "" : text(value, within + key);
    }

    private String text(JsonNode value, String at) {
        if (!value.isString()) {
            throw wrong(at, value, "a string");
        }
        return value.stringValue();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private CharacterFileException wrong(String at, JsonNode value, String wanted) {
        String field = "scene " + index + (at.isEmpty() ? "" : ", " + Quoted.cut(at));
        String kind = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return new CharacterFileException(new CharacterProblem(
                file, field, place.line(), place.column(), "This is of type " + kind + "; it must be " + wanted + "."));
    }
}
