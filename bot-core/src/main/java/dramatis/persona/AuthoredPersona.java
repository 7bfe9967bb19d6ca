package dramatis.persona;

import static java.util.Objects.requireNonNull;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Instant;

/**
 * A character that somebody made up.
 *
 * @param persona what is played; its id was given by the store
 * @param owner whose it is
 * @param home where it was made: it is played there, and elsewhere only if it is shared
 * @param shared whether it is offered everywhere
 * @param createdAt when
 */
public record AuthoredPersona(Persona persona, UserRef owner, Place home, boolean shared, Instant createdAt) {
    public AuthoredPersona {
        requireNonNull(persona, "persona");
        requireNonNull(owner, "owner");
        requireNonNull(home, "home");
        requireNonNull(createdAt, "createdAt");
    }

    public String id() {
        return persona.id();
    }
}
