package dramatis.telegram;

import dramatis.message.UserNotice;
import java.time.InstantSource;
import java.util.Optional;

/** Whose the bot is: as it is set, or whoever was paired. Safe for use by many threads; reads the store. */
final class Owner {
    private final Optional<String> set;
    private final TelegramStore store;
    private final Pairing pairing;

    Owner(TelegramOptions options, TelegramStore store, InstantSource clock) {
        this.set = options.ownerId();
        this.store = store;
        this.pairing = new Pairing(clock);
    }

    Optional<String> id() {
        return set.or(store::owner);
    }

    /** The code that pairs one, where there is none yet. */
    Optional<String> code() {
        return id().isPresent() ? Optional.empty() : pairing.code();
    }

    /** Somebody sent a code in private. */
    UserNotice pair(String userId, String given) {
        if (set.isPresent()) {
            return UserNotice.of("telegram.pair.set");
        }
        if (store.owner().isPresent()) {
            return UserNotice.of("telegram.pair.taken");
        }
        if (!pairing.redeem(given)) {
            return UserNotice.of("telegram.pair.wrong");
        }
        store.pair(userId);
        return UserNotice.of("telegram.pair.done");
    }
}
