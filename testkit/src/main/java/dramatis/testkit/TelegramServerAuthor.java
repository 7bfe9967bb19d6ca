package dramatis.testkit;

import static dramatis.testkit.TelegramServerChat.Type.CHANNEL;
import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/**
 * Who a message is from, as a Message object says it.
 *
 * @param fields {@code from} and {@code sender_chat}, as far as it has them
 */
record TelegramServerAuthor(ObjectNode fields, boolean ofBot) {
    TelegramServerAuthor {
        requireNonNull(fields, "fields");
    }

    /** The bot, which in a channel writes in the channel's name. */
    static TelegramServerAuthor bot(TelegramServerPerson bot, TelegramServerChat chat) {
        return new TelegramServerAuthor(person(bot, chat).fields, true);
    }

    /** Somebody, who in a channel writes in the channel's name. */
    static TelegramServerAuthor person(TelegramServerPerson person, TelegramServerChat chat) {
        ObjectNode fields = TelegramServerJson.object();
        if (chat.type() == CHANNEL) {
            fields.set("sender_chat", chat.json());
        } else {
            fields.set("from", person.json());
        }
        return new TelegramServerAuthor(fields, false);
    }

    /** Somebody in the name of a chat, of the same one where an administrator stays anonymous. */
    static TelegramServerAuthor behind(TelegramServerPerson account, TelegramServerChat face) {
        ObjectNode fields = TelegramServerJson.object();
        fields.set("from", account.json());
        fields.set("sender_chat", face.json());
        return new TelegramServerAuthor(fields, false);
    }
}
