package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.array;
import static dramatis.testkit.DiscordServerJson.has;
import static dramatis.testkit.DiscordServerJson.text;
import static dramatis.testkit.DiscordServerPermission.MANAGE_WEBHOOKS;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Webhooks, but not what is posted through them ("Webhook Resource"). */
final class DiscordServerWebhookRoutes {
    private static final int MOST = 15;

    private final DiscordServerWorld world;

    DiscordServerWebhookRoutes(DiscordServerWorld world) {
        this.world = world;
    }

    void addTo(DiscordServerRoutes routes) {
        routes.on("POST /channels/{channel}/webhooks", this::create);
        routes.on("GET /channels/{channel}/webhooks", this::ofChannel);
        routes.on("GET /guilds/{guild}/webhooks", this::ofGuild);
        routes.on("GET /webhooks/{webhook}", call -> managed(call).json(true));
        routes.on("PATCH /webhooks/{webhook}", call -> modify(managed(call), call, true));
        routes.maybe("DELETE /webhooks/{webhook}", call -> delete(managed(call)));
        routes.open(
                "GET /webhooks/{webhook}/{token}",
                call -> Optional.of(known(world, call).json(false)));
        routes.open("PATCH /webhooks/{webhook}/{token}", call -> Optional.of(modify(known(world, call), call, false)));
        routes.open("DELETE /webhooks/{webhook}/{token}", call -> delete(known(world, call)));
    }

    /** The webhook of a path with a token in it. */
    static DiscordServerWebhook known(DiscordServerWorld world, DiscordServerCall call) {
        DiscordServerWebhook webhook =
                world.webhook(call.at("webhook")).orElseThrow(() -> DiscordServerRefusal.unknown("Webhook"));
        if (!webhook.token().equals(call.at("token"))) {
            throw DiscordServerRefusal.of(401, 50027, "Invalid Webhook Token");
        }
        return webhook;
    }

    private DiscordServerWebhook managed(DiscordServerCall call) {
        DiscordServerWebhook webhook =
                world.webhook(call.at("webhook")).orElseThrow(() -> DiscordServerRefusal.unknown("Webhook"));
        DiscordServerPermissions.require(webhook.channel(), MANAGE_WEBHOOKS);
        return webhook;
    }

    private DiscordServerChannel channel(String id) {
        DiscordServerChannel channel = world.channel(id).orElseThrow(() -> DiscordServerRefusal.unknown("Channel"));
        DiscordServerPermissions.require(channel, MANAGE_WEBHOOKS);
        if (channel.guild().isEmpty() || channel.kind().isThread()) {
            throw DiscordServerRefusal.of(400, 50024, "Cannot execute action on this channel type");
        }
        return channel;
    }

    private JsonNode create(DiscordServerCall call) {
        DiscordServerChannel channel = channel(call.at("channel"));
        String name = name(call.name("name", 80), "name");
        String avatar = DiscordServerPicture.hash(call.body());
        if (channel.webhooks().size() >= MOST) {
            throw DiscordServerRefusal.of(400, 30007, "Maximum number of webhooks reached (15)");
        }
        String self = world.self().id();
        String token = "webhook" + world.newId();
        return world.add(new DiscordServerWebhook(channel, world.newId(), token, self, world.self(), name, avatar))
                .json(true);
    }

    /** A name that a webhook may have ("Create Webhook"). */
    static String name(String name, String field) {
        for (String word : new String[] {"clyde", "discord"}) {
            if (name.toLowerCase(Locale.ROOT).contains(word)) {
                throw DiscordServerRefusal.form(
                        field, "USERNAME_INVALID_CONTAINS", "Username cannot contain \"" + word + "\"");
            }
        }
        return name;
    }

    private JsonNode ofChannel(DiscordServerCall call) {
        DiscordServerChannel channel = channel(call.at("channel"));
        return list(it -> it.channel() == channel);
    }

    private JsonNode ofGuild(DiscordServerCall call) {
        DiscordServerGuild guild =
                world.guild(call.at("guild")).orElseThrow(() -> DiscordServerRefusal.unknown("Guild"));
        boolean may = guild.self().roles().stream().anyMatch(it -> MANAGE_WEBHOOKS.in(it.permissions()));
        if (!may && !MANAGE_WEBHOOKS.in(guild.everyone().permissions())) {
            throw DiscordServerRefusal.missingPermissions();
        }
        return list(it -> it.channel().guild().filter(guild::equals).isPresent());
    }

    private JsonNode list(Predicate<DiscordServerWebhook> which) {
        return array(
                world.webhooks().stream().filter(which).map(it -> it.json(true)).toList());
    }

    private JsonNode modify(DiscordServerWebhook webhook, DiscordServerCall call, boolean managing) {
        JsonNode body = call.body();
        if (has(body, "name")) {
            webhook.rename(name(call.name("name", 80), "name"));
        }
        if (body.has("avatar")) {
            webhook.picture(DiscordServerPicture.hash(body));
        }
        if (managing && has(body, "channel_id")) {
            webhook.move(channel(text(body, "channel_id")));
        }
        world.changed(webhook);
        return webhook.json(managing);
    }

    private static Optional<JsonNode> delete(DiscordServerWebhook webhook) {
        webhook.delete();
        return Optional.empty();
    }
}
