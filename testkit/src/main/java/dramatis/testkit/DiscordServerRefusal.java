package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** An error that a {@link DiscordServer} answers: a status, and Discord's own code and message. */
final class DiscordServerRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient ObjectNode body;

    private DiscordServerRefusal(int status, ObjectNode body) {
        super(body.toString());
        this.status = status;
        this.body = body;
    }

    static DiscordServerRefusal of(int status, int code, String message) {
        return new DiscordServerRefusal(status, json("message", message, "code", code));
    }

    /** What does not exist, in the place of a kind of thing. */
    static DiscordServerRefusal unknown(String kind) {
        int code = switch (kind) {
            case "Channel" -> 10003;
            case "Guild" -> 10004;
            case "Member" -> 10007;
            case "Message" -> 10008;
            case "User" -> 10013;
            case "Webhook" -> 10015;
            case "Interaction" -> 10062;
            case "application command" -> 10063;
            default -> 0;
        };
        return of(404, code, code == 0 ? "404: Not Found" : "Unknown " + kind);
    }

    static DiscordServerRefusal missingAccess() {
        return of(403, 50001, "Missing Access");
    }

    static DiscordServerRefusal missingPermissions() {
        return of(403, 50013, "Missing Permissions");
    }

    /** A field of the body that is wrong; the path has dots. */
    static DiscordServerRefusal form(String path, String code, String message) {
        ObjectNode errors = json("_errors", List.of(json("code", code, "message", message)));
        String[] names = path.split("\\.");
        for (int i = names.length - 1; i >= 0; i--) {
            errors = json(names[i], errors);
        }
        return new DiscordServerRefusal(400, json("message", "Invalid Form Body", "code", 50035, "errors", errors));
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return body;
    }
}
