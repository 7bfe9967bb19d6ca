package dramatis.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The queue of updates that waits for a bot. Its monitor is the world, which polls wait on. */
final class TelegramServerUpdates {
    private static final Set<String> ONLY_WHEN_ASKED_FOR =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final Object world;
    private final Deque<ObjectNode> waiting = new ArrayDeque<>();
    private final Deque<ObjectNode> confirmed = new ArrayDeque<>();
    private Set<String> allowed = Set.of();
    private String webhook = "";
    private Object poller = new Object();
    private int nextId = 100_000_001;
    private Random twice = new Random(0);
    private double twiceShare;
    private boolean closed;

    TelegramServerUpdates(Object world) {
        this.world = world;
    }

    /** Queues an update, if the bot wants its kind. */
    void add(String kind, JsonNode what) {
        if (allowed.isEmpty() ? !ONLY_WHEN_ASKED_FOR.contains(kind) : allowed.contains(kind)) {
            ObjectNode update = TelegramServerJson.object();
            update.put("update_id", nextId++);
            update.set(kind, what);
            waiting.add(update);
            world.notifyAll();
        }
    }

    int size() {
        return waiting.size();
    }

    void webhook(String url) {
        webhook = url;
        if (!url.isEmpty()) {
            replacePoller();
        }
    }

    String webhook() {
        return webhook;
    }

    void forget() {
        waiting.clear();
    }

    /** Takes back the confirmation of the last so many. */
    void redeliver(int count) {
        for (int i = 0; i < count && !confirmed.isEmpty(); i++) {
            waiting.addFirst(confirmed.removeLast());
        }
        world.notifyAll();
    }

    /** From now on a share of updates comes twice in an answer. */
    void twice(long seed, double share) {
        twice = new Random(seed);
        twiceShare = share;
    }

    /** Ends the polls that wait. */
    void close() {
        closed = true;
        world.notifyAll();
    }

    void open() {
        closed = false;
    }

    ArrayNode poll(TelegramServerRequest request) throws InterruptedException {
        if (!webhook.isEmpty()) {
            throw TelegramServerError.conflict("can't use getUpdates method while webhook is active; use deleteWebhook"
                    + " to delete the webhook first");
        }
        allow(request);
        confirm(request.number("offset"));
        if (waiting.isEmpty() && request.number("timeout") > 0) {
            await(Duration.ofSeconds(Math.min(50, request.number("timeout"))));
        }
        long limit = request.has("limit") ? Math.max(1, Math.min(100, request.number("limit"))) : 100;
        return answer(waiting.stream().limit(limit).toList());
    }

    private void allow(TelegramServerRequest request) {
        if (request.has("allowed_updates")) {
            Set<String> kinds = new HashSet<>();
            request.json("allowed_updates").valueStream().forEach(kind -> kinds.add(kind.asString("")));
            allowed = kinds;
        }
    }

    private void confirm(long offset) {
        while (offset < 0 && waiting.size() > -offset) {
            waiting.remove();
        }
        while (offset > 0 && offset <= nextId && !waiting.isEmpty() && id(waiting.element()) < offset) {
            confirmed.add(waiting.remove());
        }
    }

    private void await(Duration timeout) throws InterruptedException {
        Object me = replacePoller();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (waiting.isEmpty() && poller == me && !closed && deadline - System.nanoTime() > 0) {
            world.wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
        if (poller != me) {
            throw TelegramServerError.conflict(
                    webhook.isEmpty()
                            ? "terminated by other getUpdates request; make sure that only one bot instance is running"
                            : "terminated by setWebhook request");
        }
    }

    private Object replacePoller() {
        poller = new Object();
        world.notifyAll();
        return poller;
    }

    private ArrayNode answer(List<ObjectNode> updates) {
        List<JsonNode> all = new ArrayList<>();
        for (ObjectNode update : updates) {
            all.add(update);
            if (twiceShare > 0 && twice.nextDouble() < twiceShare) {
                all.add(update);
            }
        }
        return TelegramServerJson.array().addAll(all);
    }

    private static int id(ObjectNode update) {
        return update.path("update_id").asInt(0);
    }
}
