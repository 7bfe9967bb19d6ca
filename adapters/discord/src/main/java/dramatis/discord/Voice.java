package dramatis.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;

/** A way for a character to speak in a conversation: under its own name by a webhook, or through the bot. May block. */
interface Voice {
    /** Markup that each of its messages begins with. */
    String head();

    /**
     * Posts a message once, and answers its id. Throws as {@link Calls#get}.
     *
     * @param key names the message where Discord takes a name for it, at most 25 characters
     */
    String post(String content, String key);

    /** Whether a post with the key of one that was made a moment ago makes no second message. */
    boolean keyed();

    /** Whether a message is of this voice. */
    boolean isAuthor(Message message);

    /** Which webhook speaks, if one does. */
    Optional<String> hookId();
}
