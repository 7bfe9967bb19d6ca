package dramatis.testkit;

import static dramatis.testkit.TelegramServerChat.Type.CHANNEL;
import static dramatis.testkit.TelegramServerChat.Type.PRIVATE;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Which messages a bot gets. In groups with privacy mode, by the Bot API's documentation: commands for it by name,
 * commands for nobody if it was the last bot to write, replies to it, and service messages. A mention alone is not
 * enough, and no bot gets what bots write.
 */
final class TelegramServerPrivacy {
    private TelegramServerPrivacy() {}

    static boolean shows(TelegramServerMessage message, TelegramServerPerson bot) {
        TelegramServerChat chat = message.chat();
        JsonNode json = message.json();
        if (message.ofBot()) {
            return false;
        }
        if (chat.type() == PRIVATE) {
            return !chat.member(bot).status().equals("kicked");
        }
        if (!chat.member(bot).present()) {
            return false;
        }
        if (chat.type() == CHANNEL || message.service()) {
            return true;
        }
        if (json.path("from").path("is_bot").asBoolean(false) && !json.has("sender_chat")) {
            return false;
        }
        return chat.openToBot()
                || chat.member(bot).administers()
                || command(message, bot)
                || json.path("reply_to_message").path("from").path("id").asLong(0) == bot.id();
    }

    private static boolean command(TelegramServerMessage message, TelegramServerPerson bot) {
        long lastBot = message.chat().lastBot();
        for (JsonNode entity : message.entities()) {
            if (entity.path("type").asString("").equals("bot_command")) {
                int from = entity.path("offset").asInt(0);
                String command = message.text()
                        .substring(from, from + entity.path("length").asInt(0));
                int at = command.indexOf('@');
                if (at < 0 ? lastBot == 0 || lastBot == bot.id() : named(command.substring(at + 1), bot)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean named(String name, TelegramServerPerson bot) {
        return name.toLowerCase(Locale.ROOT).equals(bot.username());
    }
}
