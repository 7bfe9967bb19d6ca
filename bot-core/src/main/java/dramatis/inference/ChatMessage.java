package dramatis.inference;

import static java.util.Objects.requireNonNull;

/**
 * One message of a chat as a model reads it.
 *
 * @param role who speaks, in the chat template's terms
 * @param content the text; no token of the template can come from it, whatever it says
 */
public record ChatMessage(Role role, String content) {
    /** The roles of ChatML. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    public ChatMessage {
        requireNonNull(role, "role");
        requireNonNull(content, "content");
    }

    public static ChatMessage system(String content) {
        return new ChatMessage(Role.SYSTEM, content);
    }

    public static ChatMessage user(String content) {
        return new ChatMessage(Role.USER, content);
    }

    public static ChatMessage assistant(String content) {
        return new ChatMessage(Role.ASSISTANT, content);
    }
}
