package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.array;
import static dramatis.testkit.DiscordServerJson.has;
import static dramatis.testkit.DiscordServerJson.json;
import static dramatis.testkit.DiscordServerJson.text;
import static dramatis.testkit.DiscordServerPermission.CREATE_PRIVATE_THREADS;
import static dramatis.testkit.DiscordServerPermission.CREATE_PUBLIC_THREADS;
import static dramatis.testkit.DiscordServerPermission.MANAGE_CHANNELS;
import static dramatis.testkit.DiscordServerPermission.MANAGE_THREADS;
import static dramatis.testkit.DiscordServerPermission.READ_MESSAGE_HISTORY;
import static dramatis.testkit.DiscordServerPermission.SEND_MESSAGES;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Channels, threads and private chats ("Channel Resource"). */
final class DiscordServerChannelRoutes {
    private final DiscordServerWorld world;
    private final DiscordServerPortal portal;

    DiscordServerChannelRoutes(DiscordServerWorld world, DiscordServerPortal portal) {
        this.world = world;
        this.portal = portal;
    }

    void addTo(DiscordServerRoutes routes) {
        routes.on("POST /users/@me/channels", this::dm);
        routes.on("GET /channels/{channel}", call -> seen(call).json());
        routes.on("PATCH /channels/{channel}", this::modify);
        routes.on("DELETE /channels/{channel}", this::delete);
        routes.on("POST /channels/{channel}/threads", this::thread);
        routes.on("POST /channels/{channel}/messages/{message}/threads", this::threadOfMessage);
        routes.maybe("PUT /channels/{channel}/thread-members/@me", call -> member(call, true));
        routes.maybe("DELETE /channels/{channel}/thread-members/@me", call -> member(call, false));
        routes.on("GET /channels/{channel}/thread-members", this::members);
        routes.on("GET /channels/{channel}/threads/archived/public", this::archived);
        routes.on("GET /guilds/{guild}/threads/active", this::active);
    }

    private DiscordServerChannel seen(DiscordServerCall call) {
        DiscordServerChannel channel =
                world.channel(call.at("channel")).orElseThrow(() -> DiscordServerRefusal.unknown("Channel"));
        DiscordServerPermissions.require(channel);
        return channel;
    }

    private JsonNode dm(DiscordServerCall call) {
        String id = text(call.body(), "recipient_id");
        if (id.equals(world.self().id())) {
            throw DiscordServerRefusal.of(400, 50007, "Cannot send messages to this user");
        }
        DiscordServerUser person = world.user(id)
                .orElseThrow(() -> DiscordServerRefusal.form(
                        "recipient_id", "NUMBER_TYPE_COERCE", "Value \"" + id + "\" is not a user."));
        return world.dm(person).json();
    }

    private JsonNode modify(DiscordServerCall call) {
        DiscordServerChannel channel = seen(call);
        String name = has(call.body(), "name") ? call.name("name", 100) : channel.name();
        boolean adults = call.body().path("nsfw").asBoolean(channel.ageRestricted());
        if (!channel.kind().isThread()) {
            DiscordServerPermissions.require(channel, MANAGE_CHANNELS);
            channel.change(name, adults);
            world.dispatch("CHANNEL_UPDATE", channel.json());
            return channel.json();
        }
        boolean lock = call.body().path("locked").asBoolean(channel.locked());
        if (!mayChange(channel, call) || lock != channel.locked()) {
            DiscordServerPermissions.require(channel, MANAGE_THREADS);
        }
        channel.change(name, channel.ageRestricted());
        world.archive(channel, call.body().path("archived").asBoolean(channel.archived()), lock);
        return channel.json();
    }

    /** Who made a thread changes it; who is in it may open it again, unless it is locked. */
    private boolean mayChange(DiscordServerChannel thread, DiscordServerCall call) {
        String self = world.self().id();
        boolean opens = call.body().size() == 1 && !call.body().path("archived").asBoolean(true);
        return thread.ownerId().equals(self)
                || (opens && !thread.locked() && thread.joined().contains(self));
    }

    private JsonNode delete(DiscordServerCall call) {
        DiscordServerChannel channel = seen(call);
        DiscordServerPermissions.require(channel, channel.kind().isThread() ? MANAGE_THREADS : MANAGE_CHANNELS);
        ObjectNode json = channel.json();
        world.delete(channel);
        return json;
    }

    private JsonNode thread(DiscordServerCall call) {
        DiscordServerChannel parent = seen(call);
        String name = call.name("name", 100);
        if (parent.kind() == DiscordServerChannelKind.FORUM) {
            return post(call, parent, name);
        }
        DiscordServerChannelKind kind = call.body().path("type").asInt(12) == 11
                ? DiscordServerChannelKind.PUBLIC_THREAD
                : DiscordServerChannelKind.PRIVATE_THREAD;
        requireParent(parent);
        DiscordServerPermissions.require(
                parent,
                kind == DiscordServerChannelKind.PUBLIC_THREAD ? CREATE_PUBLIC_THREADS : CREATE_PRIVATE_THREADS);
        return world.openThread(parent, world.newId(), kind, name, world.self().id())
                .json();
    }

    private static void requireParent(DiscordServerChannel parent) {
        if (parent.kind() != DiscordServerChannelKind.TEXT && parent.kind() != DiscordServerChannelKind.ANNOUNCEMENT) {
            throw DiscordServerRefusal.of(400, 50024, "Cannot execute action on this channel type");
        }
    }

    private JsonNode post(DiscordServerCall call, DiscordServerChannel forum, String name) {
        DiscordServerPermissions.require(forum, SEND_MESSAGES);
        String id = world.newId();
        DiscordServerChannel post = DiscordServerChannel.thread(
                forum,
                id,
                DiscordServerChannelKind.PUBLIC_THREAD,
                name,
                world.self().id());
        DiscordServerMessage message = new DiscordServerMessage(id, post, world.self());
        DiscordServerPosts.fill(message, call.body().path("message"), call.files());
        world.openThread(post);
        world.post(message);
        return post.json().set("message", DiscordServerMessageJson.of(message, portal.messageContent()));
    }

    private JsonNode threadOfMessage(DiscordServerCall call) {
        DiscordServerChannel parent = seen(call);
        requireParent(parent);
        DiscordServerPermissions.require(parent, CREATE_PUBLIC_THREADS, READ_MESSAGE_HISTORY);
        String of = call.at("message");
        if (Optional.ofNullable(parent.all().get(of))
                .filter(it -> !it.deleted())
                .isEmpty()) {
            throw DiscordServerRefusal.unknown("Message");
        }
        if (world.channel(of).isPresent()) {
            throw DiscordServerRefusal.of(400, 160_004, "A thread has already been created for this message");
        }
        String name = call.name("name", 100);
        return world.openThread(
                        parent,
                        of,
                        DiscordServerChannelKind.PUBLIC_THREAD,
                        name,
                        world.self().id())
                .json();
    }

    private Optional<JsonNode> member(DiscordServerCall call, boolean in) {
        DiscordServerChannel thread = seen(call);
        String self = world.self().id();
        if (in) {
            thread.joined().add(self);
        } else {
            thread.joined().remove(self);
        }
        return Optional.empty();
    }

    private JsonNode members(DiscordServerCall call) {
        DiscordServerChannel thread = seen(call);
        return array(thread.joined().stream()
                .map(it -> DiscordServerChannelJson.member(thread, it))
                .toList());
    }

    private JsonNode archived(DiscordServerCall call) {
        DiscordServerChannel parent = seen(call);
        DiscordServerPermissions.require(parent, READ_MESSAGE_HISTORY);
        return threads(world.guilds().stream()
                .flatMap(it -> it.channels().values().stream())
                .filter(it ->
                        it.archived() && it.parent().filter(parent::equals).isPresent()));
    }

    private JsonNode active(DiscordServerCall call) {
        DiscordServerGuild guild =
                world.guild(call.at("guild")).orElseThrow(() -> DiscordServerRefusal.unknown("Guild"));
        return threads(guild.channels().values().stream().filter(it -> it.kind().isThread() && !it.archived()));
    }

    private JsonNode threads(Stream<DiscordServerChannel> all) {
        List<DiscordServerChannel> seen =
                all.filter(DiscordServerPermissions::sees).toList();
        String self = world.self().id();
        return json(
                "threads",
                seen.stream().map(DiscordServerChannel::json).toList(),
                "members",
                seen.stream()
                        .filter(it -> it.joined().contains(self))
                        .map(it -> DiscordServerChannelJson.member(it, self))
                        .toList(),
                "has_more",
                false);
    }
}
