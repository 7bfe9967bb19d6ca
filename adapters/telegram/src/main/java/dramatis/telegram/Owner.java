package dramatis.telegram;

import dramatis.message.UserNotice;
import java.time.InstantSource;
import java.util.Optional;

/** Whose the bot is: as it is set, or whoever was paired. Safe for use by many threads. */
final class Owner {
    private final boolean set;
    private final TelegramStore store;
    private final Pairing pairing;
    private volatile Optional<String> id;

    /** Reads the store. */
    Owner(TelegramOptions options, TelegramStore store, InstantSource clock) {
        this.set = options.ownerId().isPresent();
        this.store = store;
        this.pairing = new Pairing(clock);
        this.id = options.ownerId().or(store::owner);
    }

    Optional<String> id() {
        return id;
    }

    /** The code that pairs one, where there is none yet. */
    Optional<String> code() {
        return id.isPresent() ? Optional.empty() : pairing.code();
    }

    /** Somebody sent a code in private. */
    synchronized UserNotice pair(String userId, String given) {
        if (set) {
            return UserNotice.of("telegram.pair.set");
        }
        if (id.isPresent()) {
            return UserNotice.of("telegram.pair.taken");
        }
        if (!pairing.redeem(given)) {
            return UserNotice.of("telegram.pair.wrong");
        }
        store.pair(userId);
        id = Optional.of(userId);
        return UserNotice.of("telegram.pair.done");
    }
}
