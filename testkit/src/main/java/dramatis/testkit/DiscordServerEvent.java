package dramatis.testkit;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened.
 *
 * @param blind what those are told who may not read what people write
 * @param own it happened to the bot's own membership
 * @param channel where it happened; only who sees it is told
 */
record DiscordServerEvent(
        String type, ObjectNode data, ObjectNode blind, Optional<DiscordServerChannel> channel, boolean own) {
    private static final int GUILDS = 1;
    private static final int MEMBERS = 1 << 1;
    private static final int WEBHOOKS = 1 << 5;
    private static final int MESSAGES = 1 << 9;
    private static final int TYPING = 1 << 11;
    private static final int DIRECT_MESSAGES = 1 << 12;
    private static final int DIRECT_TYPING = 1 << 14;
    static final int CONTENT = 1 << 15;

    /** What is told to a client with these intents ("List of Intents"); empty if nothing. */
    Optional<ObjectNode> seenWith(int intents) {
        if (needed() != 0 && (intents & needed()) == 0) {
            return Optional.empty();
        }
        if (channel.filter(it -> !DiscordServerPermissions.sees(it)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of((intents & CONTENT) != 0 ? data : blind);
    }

    private int needed() {
        boolean dm = channel.filter(it -> it.person().isPresent()).isPresent();
        if (type.startsWith("MESSAGE_")) {
            return dm ? DIRECT_MESSAGES : MESSAGES;
        }
        return switch (type) {
            case "TYPING_START" -> dm ? DIRECT_TYPING : TYPING;
            case "WEBHOOKS_UPDATE" -> WEBHOOKS;
            case "GUILD_MEMBER_ADD", "GUILD_MEMBER_REMOVE" -> MEMBERS;
            case "GUILD_MEMBER_UPDATE" -> own ? GUILDS : MEMBERS;
            case "INTERACTION_CREATE" -> 0;
            default -> GUILDS;
        };
    }
}
