package dramatis.privacy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How much is kept of a person.
 *
 * @param messages what they wrote and did not take away, what was undone included
 * @param descriptions what characters are told about them, and what they said about themselves
 * @param conversations the places where they wrote or began a session
 * @param since the oldest of all that; empty where there is nothing
 * @param optedOut whether they are neither kept nor answered from now on
 */
public record Kept(long messages, long descriptions, long conversations, Optional<Instant> since, boolean optedOut) {
    public Kept {
        requireNonNull(since, "since");
    }
}
