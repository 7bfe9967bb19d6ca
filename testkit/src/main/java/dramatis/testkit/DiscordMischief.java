package dramatis.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What goes wrong beside the requests, one thing after the other, each kind in turn in an order that a
 * seed decides, until it is closed: the
 * gateway drops, asks to connect again, calls sessions invalid, tells things twice; and somebody deletes webhooks.
 */
public final class DiscordMischief implements AutoCloseable {
    private static final int REPEATED = 5;

    /** What can go wrong. */
    public enum Kind {
        DROP,
        RECONNECT,
        INVALID_RESUMABLE,
        INVALID,
        CLOSE_TIMED_OUT,
        REPEAT,
        REPLAY_ON_RESUME,
        WEBHOOK_DELETED
    }

    private final DiscordTown town;
    private final Random random;
    private final Duration pause;
    private final Map<Kind, Integer> fired = new EnumMap<>(Kind.class);
    private final Thread thread = new Thread(this::run, "mischief");

    /** @param pause between two of them, on average */
    public DiscordMischief(DiscordTown town, long seed, Duration pause) {
        this.town = town;
        this.random = new Random(seed);
        this.pause = pause;
        thread.setDaemon(true);
        thread.start();
    }

    /** How often each happened. */
    public synchronized Map<Kind, Integer> fired() {
        return Map.copyOf(fired);
    }

    private void run() {
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        Collections.shuffle(order, random);
        try {
            for (int i = 0; ; i++) {
                Thread.sleep(random.nextInt((int) (2 * pause.toMillis())));
                Kind kind = order.get(i % order.size());
                if (town.server().gateway().connected() && happens(kind)) {
                    synchronized (this) {
                        fired.merge(kind, 1, Integer::sum);
                    }
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private boolean happens(Kind kind) {
        DiscordServerGateway gateway = town.server().gateway();
        switch (kind) {
            case DROP -> gateway.drop();
            case RECONNECT -> gateway.reconnect();
            case INVALID_RESUMABLE -> gateway.invalidate(true);
            case INVALID -> gateway.invalidate(false);
            case CLOSE_TIMED_OUT -> gateway.close(4009);
            case REPEAT -> gateway.repeat(REPEATED);
            case REPLAY_ON_RESUME -> {
                gateway.repeatOnResume(REPEATED);
                gateway.drop();
            }
            case WEBHOOK_DELETED -> {
                return deleteWebhook();
            }
        }
        return true;
    }

    private boolean deleteWebhook() {
        List<DiscordServerWebhook> webhooks = town.places().stream()
                .map(DiscordTown.Place::channel)
                .flatMap(it -> Stream.concat(Stream.of(it), it.parent().stream()))
                .distinct()
                .flatMap(it -> it.webhooks().stream())
                .toList();
        if (webhooks.isEmpty()) {
            return false;
        }
        webhooks.get(random.nextInt(webhooks.size())).delete();
        return true;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
