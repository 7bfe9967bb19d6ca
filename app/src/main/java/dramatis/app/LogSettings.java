package dramatis.app;

import static java.util.Objects.requireNonNull;

/**
 * What is written into the log.
 *
 * @param level the least important kind of line that is written
 */
record LogSettings(Level level) {
    /** From the most important to the least. */
    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    LogSettings {
        requireNonNull(level, "level");
    }

    static LogSettings of(Values values) {
        return new LogSettings(values.oneOf(Key.LOG_LEVEL, Level.class));
    }
}
