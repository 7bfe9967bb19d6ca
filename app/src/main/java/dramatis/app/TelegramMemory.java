package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.platform.AdapterStore;
import dramatis.telegram.TelegramOptions;
import dramatis.telegram.TelegramStore;
import java.util.Optional;

/** What the Telegram adapter must know after a restart, among what all adapters must. */
record TelegramMemory(AdapterStore store) implements TelegramStore {
    TelegramMemory {
        requireNonNull(store, "store");
    }

    @Override
    public Optional<String> owner() {
        return store.owner(TelegramOptions.PLATFORM);
    }

    @Override
    public void pair(String userId) {
        store.pair(TelegramOptions.PLATFORM, userId);
    }

    @Override
    public boolean begin(String event) {
        return store.begin(TelegramOptions.PLATFORM, event);
    }
}
