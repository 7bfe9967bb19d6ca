package dramatis.persona;

import static java.util.Objects.requireNonNull;

import dramatis.message.UserRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Who somebody is to the characters, in their own words.
 *
 * @param user who
 * @param name what they are called, on one line; empty for their display name
 * @param description what the characters are told about them; may be empty
 * @param at when they said so
 */
public record Person(UserRef user, Optional<String> name, String description, Instant at) {
    /** The most characters (UTF-16 units) of a name. */
    public static final int LONGEST_NAME = 80;

    /** The most characters (UTF-16 units) of a description. */
    public static final int LONGEST_DESCRIPTION = 2000;

    public Person {
        requireNonNull(user, "user");
        name.filter(Person::isNoName).ifPresent(bad -> {
            throw new IllegalArgumentException(
                    "a name has one line and at most " + LONGEST_NAME + " characters, not " + bad.length());
        });
        requireNonNull(at, "at");
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException(
                    "a description has at most " + LONGEST_DESCRIPTION + " characters, not " + description.length());
        }
    }

    private static boolean isNoName(String name) {
        return name.isBlank() || name.length() > LONGEST_NAME || name.lines().count() > 1;
    }
}
