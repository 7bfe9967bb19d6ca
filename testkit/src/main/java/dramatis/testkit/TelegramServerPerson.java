package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody with an account on a {@link TelegramServer}, or another bot.
 *
 * @param username without the @; may be empty
 * @param language an IETF tag; may be empty
 */
public record TelegramServerPerson(long id, String name, String username, String language, boolean bot) {
    /** Who an anonymous administrator's messages come from. */
    static final TelegramServerPerson GROUP_ANONYMOUS_BOT =
            new TelegramServerPerson(1087968824, "Group", "GroupAnonymousBot", "", true);

    /** Who messages come from that somebody writes as a channel. */
    static final TelegramServerPerson CHANNEL_BOT =
            new TelegramServerPerson(136817688, "Channel", "Channel_Bot", "", true);

    /** Who automatic forwards of a linked channel come from. */
    static final TelegramServerPerson TELEGRAM = new TelegramServerPerson(777000, "Telegram", "", "", false);

    public TelegramServerPerson {
        requireNonNull(name, "name");
        requireNonNull(username, "username");
        requireNonNull(language, "language");
    }

    /** As a User object. */
    ObjectNode json() {
        ObjectNode json = TelegramServerJson.object();
        json.put("id", id);
        json.put("is_bot", bot);
        json.put("first_name", name);
        if (!username.isEmpty()) {
            json.put("username", username);
        }
        if (!language.isEmpty()) {
            json.put("language_code", language);
        }
        return json;
    }
}
