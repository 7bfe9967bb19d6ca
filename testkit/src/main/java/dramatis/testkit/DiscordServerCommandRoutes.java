package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.array;
import static dramatis.testkit.DiscordServerJson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The commands that the bot offers, everywhere and in single guilds ("Application Commands"). */
final class DiscordServerCommandRoutes {
    private static final String EVERYWHERE = "/applications/{application}/commands";
    private static final String IN_GUILD = "/applications/{application}/guilds/{guild}/commands";

    private final DiscordServerWorld world;
    private final Map<String, List<ObjectNode>> offered = new ConcurrentHashMap<>();

    DiscordServerCommandRoutes(DiscordServerWorld world) {
        this.world = world;
    }

    void addTo(DiscordServerRoutes routes) {
        for (String path : List.of(EVERYWHERE, IN_GUILD)) {
            routes.on("GET " + path, call -> array(offered(call)));
            routes.on("PUT " + path, this::overwrite);
            routes.on("POST " + path, this::add);
            routes.on("GET " + path + "/{command}", this::command);
            routes.on("PATCH " + path + "/{command}", this::change);
            routes.maybe("DELETE " + path + "/{command}", this::remove);
        }
    }

    /** What is offered in a guild: its own commands, then those that are everywhere. */
    List<ObjectNode> in(String guildId) {
        return Stream.of(guildId, "")
                .distinct()
                .flatMap(it -> offered.getOrDefault(it, List.of()).stream())
                .toList();
    }

    private List<ObjectNode> offered(DiscordServerCall call) {
        if (!call.at("application").equals(world.self().id())) {
            throw DiscordServerRefusal.of(
                    403, 20012, "You are not authorized to perform this action on this application");
        }
        String guild = call.at("guild");
        if (!guild.isEmpty() && world.guild(guild).isEmpty()) {
            throw DiscordServerRefusal.missingAccess();
        }
        return offered.computeIfAbsent(guild, it -> new CopyOnWriteArrayList<>());
    }

    private JsonNode overwrite(DiscordServerCall call) {
        List<ObjectNode> old = offered(call);
        List<ObjectNode> all = new ArrayList<>();
        for (JsonNode command : call.body().path("list")) {
            all.add(whole((ObjectNode) command, call, old));
        }
        DiscordServerCommands.checkAll(all);
        old.clear();
        old.addAll(all);
        return array(all);
    }

    private JsonNode add(DiscordServerCall call) {
        List<ObjectNode> all = offered(call);
        ObjectNode command = whole(call.body(), call, all);
        List<ObjectNode> after = new ArrayList<>(all);
        after.removeIf(it -> it.path("id").equals(command.path("id")));
        after.add(command);
        DiscordServerCommands.checkAll(after);
        all.clear();
        all.addAll(after);
        return command;
    }

    /** With what Discord adds; a command of the same name and type keeps its id. */
    private ObjectNode whole(ObjectNode command, DiscordServerCall call, List<ObjectNode> old) {
        int type = command.path("type").asInt(1);
        String id = old.stream()
                .filter(it ->
                        it.path("type").asInt() == type && text(it, "name").equals(text(command, "name")))
                .map(it -> text(it, "id"))
                .findAny()
                .orElseGet(world::newId);
        ObjectNode whole = DiscordServerJson.json(
                "id",
                id,
                "application_id",
                world.self().id(),
                "version",
                world.newId(),
                "type",
                type,
                "default_member_permissions",
                null,
                "nsfw",
                false,
                "description",
                "");
        whole.setAll(command).put("type", type).put("id", id);
        if (!call.at("guild").isEmpty()) {
            whole.put("guild_id", call.at("guild"));
        }
        return whole;
    }

    private ObjectNode command(DiscordServerCall call) {
        return offered(call).stream()
                .filter(it -> text(it, "id").equals(call.at("command")))
                .findAny()
                .orElseThrow(() -> DiscordServerRefusal.unknown("application command"));
    }

    private JsonNode change(DiscordServerCall call) {
        ObjectNode changed = command(call).deepCopy();
        changed.setAll(call.body());
        DiscordServerCommands.checkAll(List.of(changed));
        command(call).setAll(call.body()).put("version", world.newId());
        return command(call);
    }

    private Optional<JsonNode> remove(DiscordServerCall call) {
        offered(call).remove(command(call));
        return Optional.empty();
    }
}
