package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.array;
import static dramatis.testkit.DiscordServerJson.text;
import static dramatis.testkit.DiscordServerPermission.ATTACH_FILES;
import static dramatis.testkit.DiscordServerPermission.EMBED_LINKS;
import static dramatis.testkit.DiscordServerPermission.MANAGE_MESSAGES;
import static dramatis.testkit.DiscordServerPermission.READ_MESSAGE_HISTORY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Messages ("Message Resource"). */
final class DiscordServerMessageRoutes {
    private static final String ONE = "/channels/{channel}/messages/{message}";

    private final DiscordServerWorld world;
    private final DiscordServerPortal portal;
    private final Map<String, DiscordServerMessage> nonces = new ConcurrentHashMap<>();

    DiscordServerMessageRoutes(DiscordServerWorld world, DiscordServerPortal portal) {
        this.world = world;
        this.portal = portal;
    }

    void addTo(DiscordServerRoutes routes) {
        routes.on("GET /channels/{channel}/messages", this::list);
        routes.on("POST /channels/{channel}/messages", this::create);
        routes.maybe("POST /channels/{channel}/messages/bulk-delete", this::deleteMany);
        routes.maybe("POST /channels/{channel}/typing", this::type);
        routes.on("GET " + ONE, this::get);
        routes.on("PATCH " + ONE, this::edit);
        routes.maybe("DELETE " + ONE, this::delete);
    }

    /** Some minutes pass: Discord keeps no nonce for longer. */
    void forgetNonces() {
        nonces.clear();
    }

    private DiscordServerChannel channel(DiscordServerCall call) {
        return world.channel(call.at("channel")).orElseThrow(() -> DiscordServerRefusal.unknown("Channel"));
    }

    private static DiscordServerMessage message(DiscordServerCall call, DiscordServerChannel channel) {
        DiscordServerPermissions.require(channel);
        return Optional.ofNullable(channel.all().get(call.at("message")))
                .filter(it -> !it.deleted())
                .orElseThrow(() -> DiscordServerRefusal.unknown("Message"));
    }

    private JsonNode answer(DiscordServerMessage message) {
        return DiscordServerMessageJson.of(message, portal.messageContent());
    }

    private JsonNode list(DiscordServerCall call) {
        DiscordServerChannel channel = channel(call);
        DiscordServerPermissions.require(channel);
        int limit = call.limit(50, 100);
        if (!DiscordServerPermissions.has(channel, READ_MESSAGE_HISTORY)) {
            return array(List.of());
        }
        List<DiscordServerMessage> found = new ArrayList<>(cut(channel.messages(), call, limit));
        Collections.reverse(found);
        return array(found.stream().map(this::answer).toList());
    }

    private static List<DiscordServerMessage> cut(List<DiscordServerMessage> all, DiscordServerCall call, int limit) {
        Optional<String> after = call.asked("after");
        Optional<String> around = call.asked("around");
        if (after.isPresent()) {
            int from = older(all, after.get(), true);
            return all.subList(from, Math.min(all.size(), from + limit));
        }
        int end = call.asked("before").map(it -> older(all, it, false)).orElse(all.size());
        if (around.isPresent()) {
            end = Math.min(all.size(), older(all, around.get(), true) + limit / 2);
        }
        return all.subList(Math.max(0, end - limit), end);
    }

    /** How many messages are older than that one, or as old. */
    private static int older(List<DiscordServerMessage> all, String id, boolean orSame) {
        long than = Long.parseLong(id) + (orSame ? 1 : 0);
        return (int) all.stream().filter(it -> Long.parseLong(it.id()) < than).count();
    }

    private JsonNode create(DiscordServerCall call) {
        DiscordServerChannel channel = channel(call);
        DiscordServerPermissions.requirePost(channel);
        if (!call.files().isEmpty()) {
            DiscordServerPermissions.require(channel, ATTACH_FILES);
        }
        if (!call.body().path("embeds").isEmpty()) {
            DiscordServerPermissions.require(channel, EMBED_LINKS);
        }
        String nonce = text(call.body(), "nonce");
        boolean enforced = !nonce.isEmpty() && call.body().path("enforce_nonce").asBoolean(false);
        DiscordServerMessage known = enforced ? nonces.get(nonce) : null;
        if (known != null) {
            return answer(known);
        }
        DiscordServerMessage message = new DiscordServerMessage(world.newId(), channel, world.self());
        DiscordServerPosts.reply(message, call.body());
        world.post(DiscordServerPosts.fill(message, call));
        if (!nonce.isEmpty()) {
            nonces.put(nonce, message);
        }
        return answer(message);
    }

    private JsonNode get(DiscordServerCall call) {
        DiscordServerChannel channel = channel(call);
        DiscordServerPermissions.require(channel, READ_MESSAGE_HISTORY);
        return answer(message(call, channel));
    }

    private JsonNode edit(DiscordServerCall call) {
        DiscordServerMessage message = message(call, channel(call));
        if (!message.authorId().equals(world.self().id())) {
            throw DiscordServerRefusal.of(403, 50005, "Cannot edit a message authored by another user");
        }
        DiscordServerPermissions.requireUnlocked(message.channel());
        if (message.channel().archived()) {
            throw DiscordServerRefusal.of(400, 50083, "Thread is archived");
        }
        return answer(DiscordServerPosts.edit(message, call));
    }

    private Optional<JsonNode> delete(DiscordServerCall call) {
        DiscordServerMessage message = message(call, channel(call));
        boolean own = message.authorId().equals(world.self().id());
        if (!own && message.channel().person().isPresent()) {
            throw DiscordServerRefusal.of(403, 50003, "Cannot execute action on a DM channel");
        }
        if (!own) {
            DiscordServerPermissions.require(message.channel(), MANAGE_MESSAGES);
        }
        world.delete(message);
        return Optional.empty();
    }

    private Optional<JsonNode> deleteMany(DiscordServerCall call) {
        DiscordServerChannel channel = channel(call);
        DiscordServerPermissions.require(channel, MANAGE_MESSAGES);
        JsonNode ids = call.body().path("messages");
        if (ids.size() < 2 || ids.size() > 100) {
            throw DiscordServerRefusal.of(
                    400,
                    50016,
                    "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");
        }
        List<DiscordServerMessage> named = new ArrayList<>();
        for (JsonNode id : ids) {
            Optional.ofNullable(channel.all().get(id.asString()))
                    .filter(it -> !it.deleted())
                    .ifPresent(named::add);
        }
        world.delete(named);
        return Optional.empty();
    }

    private Optional<JsonNode> type(DiscordServerCall call) {
        DiscordServerChannel channel = channel(call);
        DiscordServerPermissions.requirePost(channel);
        channel.type();
        return Optional.empty();
    }
}
