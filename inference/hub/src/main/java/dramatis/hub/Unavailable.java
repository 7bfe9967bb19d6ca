package dramatis.hub;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A server says that it cannot answer now: another try may do. */
final class Unavailable extends IOException {
    private final transient Optional<Duration> wait;

    /**
     * One with the sentence's reason.
     *
     * @param wait how long the server asks to be left alone
     */
    Unavailable(String reason, Optional<Duration> wait) {
        super(reason);
        this.wait = requireNonNull(wait, "wait");
    }

    Optional<Duration> askedWait() {
        return wait;
    }
}
