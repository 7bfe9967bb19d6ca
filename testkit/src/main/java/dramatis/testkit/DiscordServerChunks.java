package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.array;
import static dramatis.testkit.DiscordServerJson.json;
import static dramatis.testkit.DiscordServerJson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which members of a guild a client of the gateway is told of. */
final class DiscordServerChunks {
    private static final int MEMBERS = 1 << 1;
    private static final int REQUEST = 8;

    private DiscordServerChunks() {}

    /** A guild as a client with these intents gets it: without the one for members it sees only itself. */
    static ObjectNode seen(DiscordServerGuild guild, int intents) {
        ObjectNode whole = guild.whole();
        if ((intents & MEMBERS) == 0) {
            whole.set("members", array(List.of(guild.self().json())));
        }
        List<JsonNode> threads = guild.channels().values().stream()
                .filter(it -> it.kind().isThread() && !it.archived() && DiscordServerPermissions.sees(it))
                .<JsonNode>map(DiscordServerChannel::json)
                .toList();
        whole.set("threads", array(threads));
        return whole;
    }

    /** Answers a request for members ("Request Guild Members"); a presence and a voice state need no answer. */
    static void answer(DiscordServerWorld world, DiscordServerSession session, ObjectNode request, int op) {
        if (op == REQUEST) {
            world.guild(text(request, "guild_id")).ifPresent(it -> chunk(it, session, request));
        }
    }

    private static void chunk(DiscordServerGuild guild, DiscordServerSession session, ObjectNode request) {
        List<String> ids = new ArrayList<>();
        JsonNode asked = request.path("user_ids");
        asked.forEach(it -> ids.add(it.asString()));
        if (asked.isString()) {
            ids.add(asked.asString());
        }
        String prefix = text(request, "query").toLowerCase(Locale.ROOT);
        boolean all = ids.isEmpty() && prefix.isEmpty();
        List<ObjectNode> found = guild.members().stream()
                .filter(it -> ids.isEmpty() || ids.contains(it.id()))
                .filter(it -> it.user().name().toLowerCase(Locale.ROOT).startsWith(prefix))
                .filter(it -> !all || (session.intents() & MEMBERS) != 0)
                .map(DiscordServerMember::json)
                .toList();
        List<String> missing =
                ids.stream().filter(it -> guild.findMember(it).isEmpty()).toList();
        ObjectNode chunk = json(
                "guild_id", guild.id(), "members", found, "chunk_index", 0, "chunk_count", 1, "not_found", missing);
        session.tell("GUILD_MEMBERS_CHUNK", chunk.set("nonce", request.path("nonce")));
    }
}
