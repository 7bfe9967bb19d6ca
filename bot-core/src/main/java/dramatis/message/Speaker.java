package dramatis.message;

import static java.util.Objects.requireNonNull;

/**
 * Who said something.
 *
 * @param kind a person or a character
 * @param key a person's platform and id joined by a colon, or a persona's id
 */
public record Speaker(Kind kind, String key) {
    /** The kinds of speakers. */
    public enum Kind {
        PERSON,
        CHARACTER
    }

    public Speaker {
        requireNonNull(kind, "kind");
        requireNonNull(key, "key");
    }

    public static Speaker person(UserRef user) {
        return new Speaker(Kind.PERSON, user.platform() + ":" + user.userId());
    }

    public static Speaker character(String personaId) {
        return new Speaker(Kind.CHARACTER, personaId);
    }
}
