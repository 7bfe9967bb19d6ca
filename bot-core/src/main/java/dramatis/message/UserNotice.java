package dramatis.message;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something to tell a person: a key and its arguments. {@link Phrases} alone makes text of it.
 *
 * @param key a key of the resource bundle
 * @param arguments what stands in the sentence's gaps, in order
 */
public record UserNotice(String key, List<Object> arguments) {
    public UserNotice {
        requireNonNull(key, "key");
        arguments = List.copyOf(arguments);
    }

    public static UserNotice of(String key, Object... arguments) {
        return new UserNotice(key, List.of(arguments));
    }
}
