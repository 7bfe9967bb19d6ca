package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.java_websocket.WebSocket;
import tools.jackson.databind.node.ObjectNode;

/** What one client of the gateway was told, so that it can go on after a broken connection. */
final class DiscordServerSession {
    private final DiscordServerSocket socket;
    private final String id;
    private final int intents;
    private final List<String> told = new ArrayList<>();
    private Optional<WebSocket> connection;

    DiscordServerSession(DiscordServerSocket socket, String id, int intents, WebSocket connection) {
        this.socket = socket;
        this.id = id;
        this.intents = intents;
        this.connection = Optional.of(connection);
    }

    String id() {
        return id;
    }

    int intents() {
        return intents;
    }

    Optional<WebSocket> connection() {
        return connection;
    }

    int sequence() {
        return told.size();
    }

    void tell(String type, ObjectNode data) {
        String payload =
                json("op", 0, "s", told.size() + 1, "t", type, "d", data).toString();
        told.add(payload);
        connection.ifPresent(it -> socket.send(it, payload));
    }

    void tell(DiscordServerEvent event) {
        event.seenWith(intents).ifPresent(it -> tell(event.type(), it));
    }

    /** Tells again what was told after that number. */
    void again(int after) {
        told.subList(Math.max(0, Math.min(after, told.size())), told.size())
                .forEach(payload -> connection.ifPresent(it -> socket.send(it, payload)));
    }

    void lose(WebSocket lost) {
        connection = connection.filter(it -> it != lost);
    }

    void resume(WebSocket by) {
        connection = Optional.of(by);
    }
}
