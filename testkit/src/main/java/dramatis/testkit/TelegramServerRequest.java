package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A request that a {@link TelegramServer} got.
 *
 * @param method as the Bot API writes it, {@code sendMessage}, however the client wrote it
 * @param arguments an object; what came in a form are texts
 * @param files those that came in a form, by the name of their part
 */
public record TelegramServerRequest(String method, JsonNode arguments, Map<String, TelegramServerFile> files) {
    public TelegramServerRequest {
        requireNonNull(method, "method");
        requireNonNull(arguments, "arguments");
        files = Map.copyOf(files);
    }

    boolean has(String name) {
        return arguments.hasNonNull(name);
    }

    /** An argument as a text; empty without it. */
    public String text(String name) {
        return arguments.path(name).asString("");
    }

    /** An argument as a number; 0 without it. */
    public long number(String name) {
        return arguments.path(name).asLong(0);
    }

    /** An argument as a switch; false without it. */
    public boolean flag(String name) {
        return arguments.path(name).asBoolean(text(name).equalsIgnoreCase("true"));
    }

    /** An argument that is an object or a list; a missing node without it. */
    public JsonNode json(String name) {
        return TelegramServerJson.unwrapped(arguments.path(name));
    }
}
