package dramatis.testkit;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * What goes wrong with the REST API of a {@link DiscordServer}: queued for the next request of a route, or by a schedule
 * that a seed decides. Routes are called as in {@code POST /channels/{channel}/messages}. For any thread.
 */
public final class DiscordServerFaults {
    private record Schedule(Random random, double share, Set<String> routes, List<DiscordServerFault> faults) {}

    private final Collection<String> routes;
    private final Map<String, Queue<DiscordServerFault>> queued = new ConcurrentHashMap<>();
    private final Map<DiscordServerFault.Kind, Integer> fired = new EnumMap<>(DiscordServerFault.Kind.class);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Optional<Schedule> schedule = Optional.empty();

    DiscordServerFaults(Collection<String> routes) {
        this.routes = routes;
    }

    /** What happens to the next requests of this route, one each. */
    public void next(String route, DiscordServerFault... faults) {
        check(route);
        queued.computeIfAbsent(route, it -> new ConcurrentLinkedQueue<>()).addAll(List.of(faults));
    }

    public void next(String route, DiscordServerFault.Kind kind) {
        next(route, DiscordServerFault.of(kind));
    }

    /**
     * From now on this share of the requests of these routes, of all where none is named, meets one of the faults. The
     * same seed and the same order of requests give the same faults.
     */
    public synchronized void schedule(long seed, double share, List<DiscordServerFault> faults, String... only) {
        List.of(only).forEach(this::check);
        schedule = Optional.of(new Schedule(new Random(seed), share, Set.of(only), List.copyOf(faults)));
    }

    /** From now on nothing goes wrong. */
    public synchronized void calm() {
        schedule = Optional.empty();
        queued.clear();
    }

    /** How often this happened. */
    public synchronized int fired(DiscordServerFault.Kind kind) {
        return fired.getOrDefault(kind, 0);
    }

    /** How often anything happened. */
    public synchronized int fired() {
        return fired.values().stream().mapToInt(it -> it).sum();
    }

    /** Lets requests that hang go, now and later. */
    public void goOn() {
        goOn.countDown();
    }

    void hang() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized Optional<DiscordServerFault> take(String route) {
        Queue<DiscordServerFault> queue = queued.getOrDefault(route, new ConcurrentLinkedQueue<>());
        Optional<DiscordServerFault> fault = Optional.ofNullable(queue.poll()).or(() -> scheduled(route));
        fault.ifPresent(it -> fired.merge(it.kind(), 1, Integer::sum));
        return fault;
    }

    private Optional<DiscordServerFault> scheduled(String route) {
        return schedule.filter(it -> it.routes().isEmpty() || it.routes().contains(route))
                .filter(it -> it.random().nextDouble() < it.share())
                .map(it -> it.faults().get(it.random().nextInt(it.faults().size())));
    }

    private void check(String route) {
        if (!routes.contains(route)) {
            throw new IllegalArgumentException("no route " + route + "; there are " + routes);
        }
    }
}
