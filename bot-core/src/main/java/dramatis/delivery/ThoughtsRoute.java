package dramatis.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** Where thoughts go: what the owner chose last, or what was set for the platform, or nowhere. As the store. */
public record ThoughtsRoute(ThoughtsStore store, Map<String, Thoughts> defaults) {
    public ThoughtsRoute {
        requireNonNull(store, "store");
        defaults = Map.copyOf(defaults);
    }

    public Thoughts of(String platform) {
        return store.find(platform).orElseGet(() -> defaults.getOrDefault(platform, Thoughts.OFF));
    }
}
