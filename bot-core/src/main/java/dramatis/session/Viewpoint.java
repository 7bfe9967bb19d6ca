package dramatis.session;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.UserRef;

/**
 * From where somebody meets a character.
 *
 * @param conversation where they write
 * @param user who
 * @param inPrivate whether they are alone with the bot there
 */
public record Viewpoint(ConversationRef conversation, UserRef user, boolean inPrivate) {
    public Viewpoint {
        requireNonNull(conversation, "conversation");
        requireNonNull(user, "user");
    }

    public static Viewpoint of(InboundMessage message) {
        return new Viewpoint(message.ref().conversation(), message.author(), message.addressing() == Addressing.DIRECT);
    }
}
