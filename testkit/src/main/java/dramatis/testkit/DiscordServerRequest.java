package dramatis.testkit;

import static java.util.Objects.requireNonNull;

/**
 * A request that the REST API of a {@link DiscordServer} got.
 *
 * @param route such as {@code POST /channels/{channel}/messages}; empty if there is none
 * @param path with what it asked, without the base
 * @param body as JSON
 * @param status what it was answered; 0 without an answer
 * @param messageId the message that it was about or made; empty if none
 */
public record DiscordServerRequest(
        String method, String route, String path, String body, int status, String messageId) {
    public DiscordServerRequest {
        requireNonNull(method, "method");
        requireNonNull(route, "route");
        requireNonNull(path, "path");
        requireNonNull(body, "body");
        requireNonNull(messageId, "messageId");
    }
}
