package dramatis.telegram;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The store in memory. */
final class TestingTelegramStore implements TelegramStore {
    private final Set<String> begun = new HashSet<>();
    private Optional<String> owner = Optional.empty();

    @Override
    public synchronized Optional<String> owner() {
        return owner;
    }

    @Override
    public synchronized void pair(String userId) {
        owner = Optional.of(userId);
    }

    @Override
    public synchronized boolean begin(String event) {
        return begun.add(event);
    }
}
