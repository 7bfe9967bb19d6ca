package dramatis.characters;

import java.util.List;
import java.util.Set;

/** A value of a YAML file with the place where it stands. */
sealed interface YamlValue {
    Place place();

    /** What it is, in words: "a text", "a list", "a group of keys". */
    String kind();

    /** A scalar. Its text is what was typed: {@code name: 1984} names somebody 1984. */
    record Text(Place place, String value, boolean plain) implements YamlValue {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        @Override
        public String kind() {
            return "a text";
        }

        /** Nothing after the colon, or YAML's null. */
        boolean isNothing() {
            return plain && NULLS.contains(value);
        }
    }

    /** A sequence. */
    record Items(Place place, List<YamlValue> values) implements YamlValue {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping, in the file's order; a key may stand in it twice. */
    record Fields(Place place, List<Field> fields) implements YamlValue {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    /** A key and its value. */
    record Field(Text key, YamlValue value) {}
}
