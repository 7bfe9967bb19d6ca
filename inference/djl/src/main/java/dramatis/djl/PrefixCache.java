package dramatis.djl;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The keys and values of conversations that wait for their next turn, up to so many bytes; the least recently used goes
 * first. A cache that is taken belongs to its taker until it is put back. Safe for use by many threads.
 */
final class PrefixCache implements AutoCloseable {
    private final long limit;
    private final Map<String, KvCache> kept = new LinkedHashMap<>();
    private long bytes;
    private boolean closed;

    PrefixCache(long limit) {
        this.limit = limit;
    }

    synchronized Optional<KvCache> take(String key) {
        KvCache found = kept.remove(key);
        if (found != null) {
            bytes -= found.bytes();
        }
        return Optional.ofNullable(found);
    }

    /** Takes the one, of those whose key fits, that shares most with a prompt; none where all begin otherwise. */
    synchronized Optional<KvCache> takeClosest(Predicate<String> fits, int[] prompt) {
        return kept.entrySet().stream()
                .filter(it -> fits.test(it.getKey()) && it.getValue().commonPrefix(prompt) > 0)
                .max(Comparator.comparingInt(it -> it.getValue().commonPrefix(prompt)))
                .flatMap(it -> take(it.getKey()));
    }

    synchronized void put(String key, KvCache cache) {
        take(key).ifPresent(KvCache::close);
        if (closed) {
            cache.close();
            return;
        }
        kept.put(key, cache);
        bytes += cache.bytes();
        Iterator<KvCache> oldest = kept.values().iterator();
        while (bytes > limit) {
            KvCache dropped = oldest.next();
            oldest.remove();
            bytes -= dropped.bytes();
            dropped.close();
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void close() {
        closed = true;
        kept.values().forEach(KvCache::close);
        kept.clear();
        bytes = 0;
    }
}
