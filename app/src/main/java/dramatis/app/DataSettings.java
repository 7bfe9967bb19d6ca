package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.persistence.DataKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is kept.
 *
 * @param directory the folder of the database and the logs; made when it is not there
 * @param key what the database is encrypted with
 * @param retentionDays older messages are deleted
 */
record DataSettings(Path directory, Optional<DataKey> key, OptionalInt retentionDays) {
    DataSettings {
        requireNonNull(directory, "directory");
        requireNonNull(key, "key");
        requireNonNull(retentionDays, "retentionDays");
    }

    static DataSettings of(Values values) {
        return new DataSettings(
                values.path(Key.DATA_DIR),
                values.optional(
                        Key.DATA_KEY,
                        "16 characters or more: take random ones, such as 'openssl rand -base64 32' prints",
                        DataSettings::key),
                values.optionalNumber(Key.RETENTION_DAYS, 1, 36_500));
    }

    static Optional<DataKey> key(String text) {
        try {
            return Optional.of(DataKey.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Path logs() {
        return directory.resolve("logs");
    }
}
