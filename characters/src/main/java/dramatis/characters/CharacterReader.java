package dramatis.characters;

import dramatis.characters.YamlValue.Field;
import dramatis.characters.YamlValue.Fields;
import dramatis.characters.YamlValue.Items;
import dramatis.characters.YamlValue.Text;
import dramatis.persona.Persona;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns one file's fields into a character, collecting what is wrong on the way. Used once. */
final class CharacterReader {
    private static final String AS_LIST = "it must be a list, one item a line, each after a hyphen and a space.";
    /** An escape such as {@code "\e"} could otherwise reach somebody's terminal. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");

    private static final Set<String> EXAMPLE_KEYS = Set.of("line", "reply");

    private final Problems problems;
    private final Fields file;

    CharacterReader(Problems problems, Fields file) {
        this.problems = problems;
        this.file = file;
    }

    Persona read(String id) {
        Map<String, YamlValue> values = byKey(file, "");
        values.keySet().removeIf(key -> CharacterKey.of(key).isEmpty());
        String name = required(values, CharacterKey.NAME, "what the character is called");
        String from = text(values, CharacterKey.FROM);
        String profile = required(values, CharacterKey.PROFILE, "who the character is");
        String publicProfile = text(values, CharacterKey.PUBLIC_PROFILE);
        String scene = text(values, CharacterKey.SCENE);
        String thought = text(values, CharacterKey.THOUGHT);
        List<String> greetings = greetings(values);
        List<Persona.Example> examples = examples(values);
        String avatar = text(values, CharacterKey.AVATAR);
        List<String> tags = texts(values, CharacterKey.TAGS);
        problems.refuseIfAny();
        Optional<String> book = from.isEmpty() ? Optional.empty() : Optional.of(from);
        return new Persona(id, name, book, profile, publicProfile, scene, thought, greetings, examples, avatar, tags);
    }

    /** The fields by key; unknown ones (where {@code within} is empty) and repeated ones are problems. */
    private Map<String, YamlValue> byKey(Fields fields, String within) {
        Map<String, YamlValue> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        if (fields.fields().size() > CharacterKey.MOST_ITEMS) {
            problems.add(
                    within,
                    fields.place(),
                    "There are " + fields.fields().size()
                            + " keys here; no character has so many, so delete those that do not belong.");
            return values;
        }
        for (Field field : fields.fields()) {
            Text key = field.key();
            if (within.isEmpty() && CharacterKey.of(key.value()).isEmpty()) {
                String instead = CharacterKey.insteadOf(key.value());
                problems.add("", key.place(), "There is no key " + Quoted.of(key.value()) + "; " + instead);
            }
            Integer before = lines.putIfAbsent(key.value(), key.place().line());
            if (before != null) {
                String where = within.isEmpty() ? Quoted.cut(key.value()) : within;
                problems.add(
                        where,
                        key.place(),
                        "The key " + Quoted.of(key.value()) + " stands in line " + before
                                + " already; keep one of the two.");
            }
            values.putIfAbsent(key.value(), field.value());
        }
        return values;
    }

    private String required(Map<String, YamlValue> values, CharacterKey key, String what) {
        YamlValue value = values.get(key.key());
        if (value == null) {
            problems.add(key.key(), Place.NONE, "The key is missing; say " + what + ".");
            return "";
        }
        String text = text(key.key(), key, value);
        if (text.isBlank() && value instanceof Text given && !given.isNothing()) {
            problems.add(key.key(), value.place(), "The text is empty; say " + what + ".");
        }
        return text;
    }

    private String text(Map<String, YamlValue> values, CharacterKey key) {
        YamlValue value = values.get(key.key());
        return value == null ? "" : text(key.key(), key, value);
    }

    private String text(String field, CharacterKey key, YamlValue value) {
        if (!(value instanceof Text text)) {
            problems.add(field, value.place(), "This is " + value.kind() + "; it must be one text.");
            return "";
        }
        if (text.isNothing()) {
            problems.add(field, value.place(), "There is no text; write one, or delete the line.");
            return "";
        }
        int length = text.value().codePointCount(0, text.value().length());
        if (length > key.longest()) {
            problems.add(
                    field,
                    value.place(),
                    "The text has " + length + " characters; " + key.longest() + " are the most, so shorten it.");
        }
        if (key.oneLine() && text.value().lines().count() > 1) {
            problems.add(field, value.place(), "The text has several lines; make it one.");
        }
        if (UNSEEN.matcher(text.value()).find()) {
            problems.add(field, value.place(), "The text holds a control character; delete it.");
        }
        return text.value();
    }

    private List<String> texts(Map<String, YamlValue> values, CharacterKey key) {
        List<String> texts = new ArrayList<>();
        List<YamlValue> items = items(values, key);
        for (int i = 0; i < items.size(); i++) {
            texts.add(text(item(key, i), key, items.get(i)));
        }
        return texts;
    }

    private List<YamlValue> items(Map<String, YamlValue> values, CharacterKey key) {
        YamlValue value = values.get(key.key());
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Items items)) {
            problems.add(key.key(), value.place(), "This is " + value.kind() + "; " + AS_LIST);
            return List.of();
        }
        if (items.values().size() > CharacterKey.MOST_ITEMS) {
            problems.add(
                    key.key(),
                    value.place(),
                    "The list has " + items.values().size() + " items; " + CharacterKey.MOST_ITEMS
                            + " are the most, so shorten it.");
            return List.of();
        }
        return items.values();
    }

    private List<String> greetings(Map<String, YamlValue> values) {
        List<String> greetings = new ArrayList<>();
        YamlValue first = values.get(CharacterKey.GREETING.key());
        if (first != null) {
            greetings.add(spoken(CharacterKey.GREETING.key(), CharacterKey.GREETING, first));
        }
        List<YamlValue> others = items(values, CharacterKey.ALTERNATES);
        if (first == null && !others.isEmpty()) {
            problems.add(
                    CharacterKey.GREETING.key(),
                    others.get(0).place(),
                    "There are alternates but no greeting; make the first of them the greeting.");
        }
        for (int i = 0; i < others.size(); i++) {
            greetings.add(spoken(item(CharacterKey.ALTERNATES, i), CharacterKey.ALTERNATES, others.get(i)));
        }
        return greetings;
    }

    private List<Persona.Example> examples(Map<String, YamlValue> values) {
        List<Persona.Example> examples = new ArrayList<>();
        List<YamlValue> items = items(values, CharacterKey.EXAMPLES);
        for (int i = 0; i < items.size(); i++) {
            example(item(CharacterKey.EXAMPLES, i), items.get(i)).ifPresent(examples::add);
        }
        return examples;
    }

    private Optional<Persona.Example> example(String field, YamlValue value) {
        if (!(value instanceof Fields fields)) {
            problems.add(field, value.place(), "This is " + value.kind() + "; it must have the keys line and reply.");
            return Optional.empty();
        }
        Map<String, YamlValue> parts = byKey(fields, field);
        if (!parts.keySet().equals(EXAMPLE_KEYS)) {
            problems.add(field, value.place(), "An example has the keys line and reply, and no other.");
            return Optional.empty();
        }
        YamlValue line = parts.getOrDefault("line", value);
        YamlValue reply = parts.getOrDefault("reply", value);
        return Optional.of(new Persona.Example(
                text(field + ", line", CharacterKey.EXAMPLES, line),
                spoken(field + ", reply", CharacterKey.EXAMPLES, reply)));
    }

    /** A text in HER's tags, of which something can be seen. */
    private String spoken(String field, CharacterKey key, YamlValue value) {
        String text = text(field, key, value);
        if (value instanceof Text given && !given.isNothing()) {
            Optional<String> wrong = HerTags.problem(text);
            wrong.ifPresent(sentence -> problems.add(field, value.place(), sentence));
            if (wrong.isEmpty() && !HerTags.showsSomething(text)) {
                problems.add(field, value.place(), "Nothing of this can be seen; add speech or a <role_action>.");
            }
        }
        return text;
    }

    private static String item(CharacterKey key, int index) {
        return key.key() + ", item " + (index + 1);
    }
}
