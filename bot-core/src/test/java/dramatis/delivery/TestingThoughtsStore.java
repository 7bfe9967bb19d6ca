package dramatis.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Choices in memory. */
public final class TestingThoughtsStore implements ThoughtsStore {
    private final Map<String, Thoughts> chosen = new ConcurrentHashMap<>();

    @Override
    public Optional<Thoughts> find(String platform) {
        return Optional.ofNullable(chosen.get(platform));
    }

    @Override
    public void put(String platform, Thoughts thoughts) {
        chosen.put(platform, thoughts);
    }
}
