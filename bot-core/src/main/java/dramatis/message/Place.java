package dramatis.message;

import static java.util.Objects.requireNonNull;

/**
 * What people belong to on a platform, with all its conversations: a guild, a group, or a private chat.
 *
 * @param platform the adapter's name
 * @param id the platform's, which only its adapter may take apart
 */
public record Place(String platform, String id) {
    public Place {
        requireNonNull(platform, "platform");
        requireNonNull(id, "id");
    }

    /** The place that is one chat, with its threads: a group or a private chat. */
    public static Place of(ConversationRef conversation) {
        return new Place(conversation.platform(), conversation.chatId());
    }
}
