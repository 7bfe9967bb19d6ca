package dramatis.app;

import static java.util.Objects.requireNonNull;

/**
 * A setting that somebody set.
 *
 * @param place where it was set, for people
 */
record Given(Key key, String value, Source source, String place) {
    /** Where settings come from, the strongest first. */
    enum Source {
        COMMAND_LINE("command line"),
        ENVIRONMENT("environment"),
        FILE(".env");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Given {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        requireNonNull(source, "source");
        requireNonNull(place, "place");
    }

    /** The setting as it may be shown, with its place. */
    @Override
    public String toString() {
        return key + "=" + key.shown(value) + " (" + place + ")";
    }
}
