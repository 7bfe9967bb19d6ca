package dramatis.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The rate limits of a {@link DiscordServer}, and who broke them. They are wide until a test narrows them. A bucket is a
 * route with the channel, guild or webhook in it; its window begins with its first request.
 */
public final class DiscordServerLimits {
    private static final Rule WIDE = new Rule(10_000, Duration.ofSeconds(1));
    /** What was on its way while the bucket closed broke no limit. */
    private static final long GRACE_NANOS = Duration.ofMillis(250).toNanos();

    private record Rule(int requests, Duration per) {}

    /** What a request's answer says about its limit. */
    record State(int limit, int remaining, double resetAfter, boolean refused, boolean global, String bucket) {}

    private static final class Window {
        private long since;
        private int used;
        private long closedAt;
        private long closedUntil;

        Window(long now) {
            since = now;
            closedUntil = now;
        }

        boolean closed(long now) {
            return now - closedUntil < 0;
        }
    }

    private final Map<String, Rule> rules = new ConcurrentHashMap<>();
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Window global = new Window(System.nanoTime());
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final AtomicInteger invalid = new AtomicInteger();
    private Optional<Rule> all = Optional.empty();

    /** From now on each bucket of this route takes so many requests in such a time. */
    public synchronized DiscordServerLimits limit(String route, int requests, Duration per) {
        rules.put(route, new Rule(requests, per));
        windows.clear();
        return this;
    }

    /** From now on all routes but those of interactions take so many requests together. */
    public synchronized DiscordServerLimits global(int requests, Duration per) {
        all = Optional.of(new Rule(requests, per));
        return this;
    }

    /** Limits as they were seen at Discord, and its fifty requests a second. */
    public DiscordServerLimits likeDiscord() {
        return limit("POST /channels/{channel}/messages", 5, Duration.ofSeconds(5))
                .limit("PATCH /channels/{channel}/messages/{message}", 5, Duration.ofSeconds(5))
                .limit("POST /channels/{channel}/typing", 5, Duration.ofSeconds(5))
                .limit("POST /webhooks/{webhook}/{token}", 5, Duration.ofSeconds(2))
                .limit("PATCH /webhooks/{webhook}/{token}/messages/{message}", 5, Duration.ofSeconds(2))
                .global(50, Duration.ofSeconds(1));
    }

    /** The buckets of the requests that came although they had to know better, in their order. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** How many answers were 401, 403 or 429: ten thousand in ten minutes ban an address ("Invalid Request Limit"). */
    public int invalidRequests() {
        return invalid.get();
    }

    void answered(int status) {
        if (status == 401 || status == 403 || status == 429) {
            invalid.incrementAndGet();
        }
    }

    /** Counts a request, towards the limit of all requests too if it is counted there. */
    synchronized State take(String route, String bucket, boolean counted) {
        long now = System.nanoTime();
        if (counted && !pass(global, all.orElse(WIDE), now)) {
            return refused(global, all.orElse(WIDE), now, true, bucket);
        }
        Rule rule = rules.getOrDefault(route, WIDE);
        Window window = windows.computeIfAbsent(bucket, it -> new Window(now));
        if (!pass(window, rule, now)) {
            return refused(window, rule, now, false, bucket);
        }
        return new State(rule.requests(), rule.requests() - window.used, left(window, rule, now), false, false, bucket);
    }

    /** Closes a bucket, or with it all of them, for a time. */
    synchronized State close(String route, String bucket, Duration time, boolean everything) {
        long now = System.nanoTime();
        Rule rule = rules.getOrDefault(route, WIDE);
        Window window = everything ? global : windows.computeIfAbsent(bucket, it -> new Window(now));
        window.closedAt = now;
        window.closedUntil = now + time.toNanos();
        return new State(rule.requests(), 0, seconds(time.toNanos()), true, everything, bucket);
    }

    private static boolean pass(Window window, Rule rule, long now) {
        if (window.closed(now)) {
            return false;
        }
        if (now - window.since >= rule.per().toNanos()) {
            window.since = now;
            window.used = 0;
        }
        return window.used++ < rule.requests();
    }

    private State refused(Window window, Rule rule, long now, boolean everything, String bucket) {
        if (!window.closed(now) || now - window.closedAt > GRACE_NANOS) {
            violations.add(everything ? "global " + bucket : bucket);
        }
        return new State(rule.requests(), 0, left(window, rule, now), true, everything, bucket);
    }

    private static double left(Window window, Rule rule, long now) {
        long end = window.closed(now)
                ? window.closedUntil
                : window.since + rule.per().toNanos();
        return seconds(end - now);
    }

    private static double seconds(long nanos) {
        return Math.max(1, Math.ceil(nanos / 1e6)) / 1000;
    }
}
