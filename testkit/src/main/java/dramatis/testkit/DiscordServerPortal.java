package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What the bot's owner sets in Discord's developer portal: the token and the privileged intents. */
final class DiscordServerPortal {
    private static final int PRESENCES = 1 << 8;
    private static final int MEMBERS = 1 << 1;

    private final DiscordServerWorld world;
    private volatile boolean messageContent = true;
    private volatile boolean members;

    DiscordServerPortal(DiscordServerWorld world) {
        this.world = world;
    }

    String token() {
        return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(world.self().id().getBytes(UTF_8))
                + ".GtEsTs.no-secret-of-anybody";
    }

    void messageContent(boolean on) {
        messageContent = on;
    }

    boolean messageContent() {
        return messageContent;
    }

    void members(boolean on) {
        members = on;
    }

    /** Whether a client may ask for these intents. */
    boolean allows(int intents) {
        int refused = PRESENCES | (members ? 0 : MEMBERS) | (messageContent ? 0 : DiscordServerEvent.CONTENT);
        return (intents & refused) == 0;
    }

    /** "Application Flags": the limited intents that an application in few guilds may switch on by itself. */
    int flags() {
        return (members ? 1 << 15 : 0) | (messageContent ? 1 << 19 : 0);
    }

    ObjectNode self() {
        return world.self().json().setAll(json("verified", true, "mfa_enabled", true, "email", null, "flags", 0));
    }

    ObjectNode application() {
        return json(
                "id",
                world.self().id(),
                "name",
                world.self().name(),
                "icon",
                null,
                "description",
                "",
                "rpc_origins",
                List.of(),
                "bot_public",
                true,
                "bot_require_code_grant",
                false,
                "bot",
                world.self().json(),
                "owner",
                world.owner().json(),
                "team",
                null,
                "verify_key",
                "0000",
                "flags",
                flags(),
                "approximate_guild_count",
                world.guilds().size(),
                "tags",
                List.of(),
                "integration_types_config",
                json("0", json()));
    }
}
