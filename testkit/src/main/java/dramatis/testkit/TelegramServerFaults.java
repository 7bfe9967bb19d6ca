package dramatis.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Which requests go wrong, and how often what did. For any thread. */
final class TelegramServerFaults {
    private static final String ANY = "";

    private final Map<String, Queue<TelegramServerFault>> queued = new HashMap<>();
    private final Map<TelegramServerFault, Integer> fired = new HashMap<>();
    private Random random = new Random(0);
    private double share;
    private Set<String> methods = Set.of();
    private List<TelegramServerFault> choice = List.of();

    synchronized void next(String method, List<TelegramServerFault> faults) {
        queued.computeIfAbsent(method, it -> new ConcurrentLinkedQueue<>()).addAll(faults);
    }

    synchronized void next(List<TelegramServerFault> faults) {
        next(ANY, faults);
    }

    /** From now on a share of requests, by a sequence that the seed fixes. */
    synchronized void schedule(long seed, double newShare, Set<String> some, List<TelegramServerFault> faults) {
        random = new Random(seed);
        share = newShare;
        methods = Set.copyOf(some);
        choice = List.copyOf(faults);
    }

    synchronized void heal() {
        queued.clear();
        share = 0;
    }

    synchronized int fired(TelegramServerFault fault) {
        return fired.getOrDefault(fault, 0);
    }

    synchronized Map<TelegramServerFault, Integer> fired() {
        return Map.copyOf(fired);
    }

    /** What happens to a request; polls for updates and their preparation only by name. */
    synchronized Optional<TelegramServerFault> of(String method) {
        boolean polls = Set.of("getUpdates", "deleteWebhook", "getMe").contains(method);
        Optional<TelegramServerFault> fault = poll(method).or(() -> polls ? Optional.empty() : poll(ANY));
        if (fault.isEmpty() && share > 0 && (methods.isEmpty() ? !polls : methods.contains(method))) {
            fault = random.nextDouble() < share
                    ? Optional.of(choice.get(random.nextInt(choice.size())))
                    : Optional.empty();
        }
        fault.ifPresent(it -> fired.merge(it, 1, Integer::sum));
        return fault;
    }

    private Optional<TelegramServerFault> poll(String method) {
        return Optional.ofNullable(queued.get(method)).map(Queue::poll);
    }
}
