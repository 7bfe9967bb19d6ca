package dramatis.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What adapters know, in memory. */
public final class TestingAdapterStore implements AdapterStore {
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Deque<String>> begun = new HashMap<>();

    @Override
    public synchronized Optional<String> owner(String platform) {
        return Optional.ofNullable(owners.get(platform));
    }

    @Override
    public synchronized void pair(String platform, String userId) {
        owners.put(platform, userId);
    }

    @Override
    public synchronized boolean begin(String platform, String event) {
        Deque<String> known = begun.computeIfAbsent(platform, p -> new ArrayDeque<>());
        if (known.contains(event)) {
            return false;
        }
        known.add(event);
        if (known.size() > BEGUN) {
            known.remove();
        }
        return true;
    }
}
