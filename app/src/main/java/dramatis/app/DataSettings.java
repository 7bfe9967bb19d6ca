package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What is kept.
 *
 * @param directory the folder of the database and the logs; made when it is not there
 */
record DataSettings(Path directory) {
    DataSettings {
        requireNonNull(directory, "directory");
    }

    static DataSettings of(Values values) {
        return new DataSettings(values.path(Key.DATA_DIR));
    }

    Path logs() {
        return directory.resolve("logs");
    }
}
