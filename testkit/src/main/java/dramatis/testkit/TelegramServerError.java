package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/** A request that the Bot API refuses. Descriptions are those of its open server, tdlib/telegram-bot-api. */
final class TelegramServerError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient ObjectNode parameters = TelegramServerJson.object();

    private TelegramServerError(int code, String description) {
        super(requireNonNull(description, "description"), null, false, false);
        this.code = code;
    }

    static TelegramServerError badRequest(String why) {
        return new TelegramServerError(400, "Bad Request: " + why);
    }

    static TelegramServerError unauthorized() {
        return new TelegramServerError(401, "Unauthorized");
    }

    static TelegramServerError forbidden(String why) {
        return new TelegramServerError(403, "Forbidden: " + why);
    }

    static TelegramServerError notFound() {
        return new TelegramServerError(404, "Not Found: method not found");
    }

    static TelegramServerError conflict(String why) {
        return new TelegramServerError(409, "Conflict: " + why);
    }

    static TelegramServerError internal() {
        return new TelegramServerError(500, "Internal Server Error");
    }

    static TelegramServerError tooMany(long retryAfter) {
        TelegramServerError error = new TelegramServerError(429, "Too Many Requests: retry after " + retryAfter);
        error.parameters.put("retry_after", retryAfter);
        return error;
    }

    static TelegramServerError migrated(long newChat) {
        TelegramServerError error = badRequest("group chat was upgraded to a supergroup chat");
        error.parameters.put("migrate_to_chat_id", newChat);
        return error;
    }

    int code() {
        return code;
    }

    String retryAfter() {
        return parameters.path("retry_after").asString("");
    }

    ObjectNode json() {
        ObjectNode json = TelegramServerJson.object();
        json.put("ok", false);
        json.put("error_code", code);
        json.put("description", getMessage());
        if (!parameters.isEmpty()) {
            json.set("parameters", parameters);
        }
        return json;
    }
}
