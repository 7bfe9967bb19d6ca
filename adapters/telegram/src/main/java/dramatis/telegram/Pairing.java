package dramatis.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A code of eight digits that makes whoever sends it the bot's owner: once, within fifteen minutes, in five tries. Safe for
 * use by many threads.
 */
final class Pairing {
    private static final Duration LASTS = Duration.ofMinutes(15);
    private static final int TRIES = 5;

    private final String code;
    private final InstantSource clock;
    private final Instant until;
    private int left = TRIES;

    Pairing(InstantSource clock) {
        this.clock = clock;
        this.code = "%08d".formatted(new SecureRandom().nextInt(100_000_000));
        this.until = clock.instant().plus(LASTS);
    }

    /** For whoever reads what the program prints; empty once it is of no use. */
    synchronized Optional<String> code() {
        return open() ? Optional.of(code) : Optional.empty();
    }

    private boolean open() {
        return left > 0 && clock.instant().isBefore(until);
    }

    /** Whether it is the code; one try less where it is not, and none where it is. */
    synchronized boolean redeem(String given) {
        if (!open()) {
            return false;
        }
        boolean right = MessageDigest.isEqual(bytes(given.strip()), bytes(code));
        left = right ? 0 : left - 1;
        return right;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
