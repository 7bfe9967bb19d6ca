package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.array;
import static dramatis.testkit.DiscordServerJson.json;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Who the bot is, and where: users, guilds, members, the gateway's address. */
final class DiscordServerGuildRoutes {
    private final DiscordServerWorld world;
    private final DiscordServerPortal portal;
    private final DiscordServerGateway gateway;

    DiscordServerGuildRoutes(DiscordServerWorld world, DiscordServerPortal portal, DiscordServerGateway gateway) {
        this.world = world;
        this.portal = portal;
        this.gateway = gateway;
    }

    void addTo(DiscordServerRoutes routes) {
        routes.open("GET /gateway", call -> Optional.of(json("url", gateway.url())));
        routes.on("GET /gateway/bot", call -> json("url", gateway.url(), "shards", 1, "session_start_limit", starts()));
        routes.on("GET /users/@me", call -> portal.self());
        routes.on("GET /users/@me/guilds", this::mine);
        routes.maybe("DELETE /users/@me/guilds/{guild}", this::leave);
        routes.on("GET /users/{user}", call -> user(call.at("user")).json());
        routes.on("GET /applications/@me", call -> portal.application());
        routes.on("GET /oauth2/applications/@me", call -> portal.application());
        routes.on("GET /guilds/{guild}", call -> guild(call).json());
        routes.on("GET /guilds/{guild}/channels", call -> array(guild(call).channelsJson(false)));
        routes.on(
                "GET /guilds/{guild}/roles",
                call -> array(guild(call).roles().stream()
                        .map(DiscordServerRole::json)
                        .toList()));
        routes.on("GET /guilds/{guild}/members", this::members);
        routes.on("GET /guilds/{guild}/members/{user}", this::member);
        routes.on(
                "GET /users/@me/guilds/{guild}/member",
                call -> guild(call).self().json());
    }

    private JsonNode starts() {
        int remaining = Math.max(0, 1000 - gateway.identified());
        return json("total", 1000, "remaining", remaining, "reset_after", 0, "max_concurrency", 1);
    }

    private DiscordServerUser user(String id) {
        return world.user(id).orElseThrow(() -> DiscordServerRefusal.unknown("User"));
    }

    /** A guild without the bot is told from none by nobody. */
    private DiscordServerGuild guild(DiscordServerCall call) {
        return world.guild(call.at("guild")).orElseThrow(() -> DiscordServerRefusal.unknown("Guild"));
    }

    private JsonNode mine(DiscordServerCall call) {
        return array(world.guilds().stream()
                .limit(call.limit(200, 200))
                .map(it -> json("id", it.id(), "name", it.name(), "owner", false, "features", List.of()))
                .toList());
    }

    private Optional<JsonNode> leave(DiscordServerCall call) {
        guild(call).removesBot();
        return Optional.empty();
    }

    private JsonNode member(DiscordServerCall call) {
        return guild(call)
                .findMember(user(call.at("user")).id())
                .orElseThrow(() -> DiscordServerRefusal.unknown("Member"))
                .json();
    }

    private JsonNode members(DiscordServerCall call) {
        if (!portal.allows(1 << 1)) {
            throw DiscordServerRefusal.missingAccess();
        }
        long after = Long.parseLong(call.asked("after").orElse("0"));
        return array(guild(call).members().stream()
                .filter(it -> Long.parseLong(it.id()) > after)
                .limit(call.limit(1, 1000))
                .map(DiscordServerMember::json)
                .toList());
    }
}
