package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;
import static dramatis.testkit.DiscordServerJson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import tools.jackson.databind.node.ObjectNode;

/**
 * The gateway of a {@link DiscordServer}, version 10: what it does to its clients, and what it saw of them. A session
 * outlives its connection until the client closes it in order or the gateway calls it invalid.
 */
public final class DiscordServerGateway {
    private final DiscordServerWorld world;
    private final DiscordServerPortal portal;
    private final DiscordServerSocket socket = new DiscordServerSocket(this);
    private final List<DiscordServerSession> sessions = new ArrayList<>();
    private final AtomicInteger identified = new AtomicInteger();
    private final AtomicInteger resumed = new AtomicInteger();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private volatile int heartbeatMillis = 41_250;
    private volatile int repeatedOnResume;

    DiscordServerGateway(DiscordServerWorld world, DiscordServerPortal portal) {
        this.world = world;
        this.portal = portal;
        world.listen(event -> sessions.forEach(it -> it.tell(event)));
        socket.open();
    }

    /** Where clients connect. */
    public String url() {
        return "ws://127.0.0.1:" + socket.getPort();
    }

    /** How often a client logged in anew. */
    public int identified() {
        return identified.get();
    }

    /** How often a client went on with its session. */
    public int resumed() {
        return resumed.get();
    }

    public int heartbeats() {
        return heartbeats.get();
    }

    /** Whether a client is connected and logged in. */
    public boolean connected() {
        synchronized (world) {
            return sessions.stream().anyMatch(it -> it.connection().isPresent());
        }
    }

    /** What clients that connect from now on are told to keep to. */
    public void heartbeatEvery(int millis) {
        heartbeatMillis = millis;
    }

    /** Asks the clients to connect again (op 7) and to resume. */
    public void reconnect() {
        send(json("op", 7, "d", null));
    }

    /** Tells the clients that their session is invalid (op 9); unless it is resumable it is gone. */
    public void invalidate(boolean resumable) {
        synchronized (world) {
            send(json("op", 9, "d", resumable));
            if (!resumable) {
                sessions.clear();
            }
        }
    }

    /** Closes the connections with this code, such as 4009; after 4007 and 4009 the session is gone. */
    public void close(int code) {
        synchronized (world) {
            each(it -> it.close(code, "closed by the test"));
            if (code == 4007 || code == 4009) {
                sessions.clear();
            }
        }
    }

    /** Breaks the connections without a word; the sessions can be resumed. */
    public void drop() {
        synchronized (world) {
            each(it -> it.closeConnection(1006, ""));
        }
    }

    /** Tells the clients their last events once more, with the same numbers. */
    public void repeat(int events) {
        synchronized (world) {
            sessions.forEach(it -> it.again(it.sequence() - events));
        }
    }

    /** From now on a resumed client is told so many events again that it had already. */
    public void repeatOnResume(int events) {
        repeatedOnResume = events;
    }

    private void send(ObjectNode payload) {
        synchronized (world) {
            each(it -> socket.send(it, payload.toString()));
        }
    }

    private void each(Consumer<WebSocket> action) {
        List.copyOf(sessions).forEach(it -> it.connection().ifPresent(action));
    }

    void stop() {
        socket.shut();
    }

    void opened(WebSocket connection) {
        ObjectNode hello = json("heartbeat_interval", heartbeatMillis, "_trace", List.of());
        socket.send(connection, json("op", 10, "s", null, "t", null, "d", hello).toString());
    }

    void closed(WebSocket connection, int code, boolean byClient) {
        synchronized (world) {
            boolean inOrder = byClient && (code == 1000 || code == 1001);
            sessions.removeIf(
                    it -> inOrder && it.connection().filter(connection::equals).isPresent());
            sessions.forEach(it -> it.lose(connection));
        }
    }

    void received(WebSocket connection, String text) {
        ObjectNode payload = DiscordServerJson.read(text);
        ObjectNode data = payload.path("d") instanceof ObjectNode object ? object : json();
        synchronized (world) {
            switch (payload.path("op").asInt(-1)) {
                case 1 -> beat(connection);
                case 2 -> identify(connection, data);
                case 6 -> resume(connection, data);
                case 3, 4, 8 ->
                    session(connection)
                            .ifPresentOrElse(
                                    it -> DiscordServerChunks.answer(
                                            world, it, data, payload.path("op").asInt()),
                                    () -> connection.close(4003, "Not authenticated."));
                default -> connection.close(4001, "Unknown opcode.");
            }
        }
    }

    private Optional<DiscordServerSession> session(WebSocket connection) {
        return sessions.stream()
                .filter(it -> it.connection().filter(connection::equals).isPresent())
                .findAny();
    }

    private void beat(WebSocket connection) {
        heartbeats.incrementAndGet();
        socket.send(connection, json("op", 11).toString());
    }

    private void identify(WebSocket connection, ObjectNode data) {
        int intents = data.path("intents").asInt();
        if (session(connection).isPresent()) {
            connection.close(4005, "Already authenticated.");
        } else if (!text(data, "token").equals(portal.token())) {
            connection.close(4004, "Authentication failed.");
        } else if (!portal.allows(intents)) {
            connection.close(4014, "Disallowed intent(s).");
        } else {
            identified.incrementAndGet();
            String id = "session" + world.newId();
            DiscordServerSession session = new DiscordServerSession(socket, id, intents, connection);
            sessions.add(session);
            session.tell("READY", ready(session));
            world.guilds().forEach(it -> session.tell("GUILD_CREATE", DiscordServerChunks.seen(it, intents)));
        }
    }

    private ObjectNode ready(DiscordServerSession session) {
        return json(
                "v",
                10,
                "user",
                portal.self(),
                "guilds",
                world.guilds().stream()
                        .map(it -> json("id", it.id(), "unavailable", true))
                        .toList(),
                "session_id",
                session.id(),
                "resume_gateway_url",
                url(),
                "session_type",
                "normal",
                "shard",
                List.of(0, 1),
                "private_channels",
                List.of(),
                "application",
                json("id", world.self().id(), "flags", portal.flags()));
    }

    private void resume(WebSocket connection, ObjectNode data) {
        Optional<DiscordServerSession> known = sessions.stream()
                .filter(it -> it.id().equals(text(data, "session_id")))
                .findAny();
        int sequence = data.path("seq").asInt();
        if (!text(data, "token").equals(portal.token())) {
            connection.close(4004, "Authentication failed.");
        } else if (known.isEmpty()) {
            socket.send(connection, json("op", 9, "d", false).toString());
        } else if (sequence > known.get().sequence()) {
            connection.close(4007, "Invalid seq.");
        } else {
            resumed.incrementAndGet();
            known.get().resume(connection);
            known.get().again(sequence - repeatedOnResume);
            known.get().tell("RESUMED", json("_trace", List.of()));
        }
    }
}
