package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;
import static dramatis.testkit.DiscordServerJson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what a person does with a command as Discord's client would ("Application Command Interaction Data"). */
final class DiscordServerAsk {
    private final DiscordServerChannel channel;
    private final Map<String, ?> values;
    private final Optional<String> focused;
    private final ObjectNode resolved = json();

    private DiscordServerAsk(DiscordServerChannel channel, Map<String, ?> values, Optional<String> focused) {
        this.channel = channel;
        this.values = values;
        this.focused = focused;
    }

    /** The data for a command of these words, such as {@code persona use}. */
    static ObjectNode of(
            List<ObjectNode> offered,
            String words,
            DiscordServerChannel channel,
            Map<String, ?> values,
            Optional<String> focused) {
        String[] names = words.split(" ");
        ObjectNode command = find(offered, names[0], 1);
        ObjectNode data = head(command);
        DiscordServerAsk ask = new DiscordServerAsk(channel, values, focused);
        ask.descend(command, data, names, 1);
        if (!ask.resolved.isEmpty()) {
            data.set("resolved", ask.resolved);
        }
        return data;
    }

    static ObjectNode find(List<ObjectNode> offered, String name, int type) {
        return offered.stream()
                .filter(it -> text(it, "name").equals(name) && it.path("type").asInt() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the bot offers no " + name + " of type " + type));
    }

    static ObjectNode head(ObjectNode command) {
        ObjectNode data = json("id", text(command, "id"), "name", text(command, "name"));
        data.set("type", command.path("type"));
        if (command.has("guild_id")) {
            data.set("guild_id", command.path("guild_id"));
        }
        return data;
    }

    private void descend(JsonNode node, ObjectNode data, String[] names, int depth) {
        List<ObjectNode> options = new ArrayList<>();
        if (depth < names.length) {
            JsonNode below = option(node, names[depth]);
            ObjectNode part = json("name", names[depth], "type", below.path("type"));
            descend(below, part, names, depth + 1);
            options.add(part);
        } else {
            check(node);
            values.forEach((name, value) -> options.add(filled(option(node, name), name, value)));
        }
        data.set("options", DiscordServerJson.array(options));
    }

    private static JsonNode option(JsonNode node, String name) {
        for (JsonNode option : node.path("options")) {
            if (text(option, "name").equals(name)) {
                return option;
            }
        }
        throw new IllegalArgumentException(text(node, "name") + " has no option " + name);
    }

    /** Discord's client sends no command without what it requires, except while it is typed. */
    private void check(JsonNode node) {
        for (JsonNode option : node.path("options")) {
            boolean missing =
                    option.path("type").asInt() <= 2 || option.path("required").asBoolean(false);
            if (missing && focused.isEmpty() && !values.containsKey(text(option, "name"))) {
                throw new IllegalArgumentException(text(node, "name") + " requires " + text(option, "name"));
            }
        }
    }

    private ObjectNode filled(JsonNode option, String name, Object value) {
        ObjectNode filled = json("name", name, "type", option.path("type"), "value", value(value));
        if (focused.filter(name::equals).isPresent()) {
            filled.put("focused", true);
        }
        return filled;
    }

    private Object value(Object value) {
        if (value instanceof DiscordServerMember member) {
            resolve("users", member.id(), member.user().json());
            resolve("members", member.id(), member.partial().put("permissions", "0"));
            return member.id();
        }
        if (value instanceof DiscordServerChannel chosen) {
            resolve("channels", chosen.id(), chosen.json().put("permissions", "0"));
            return chosen.id();
        }
        if (value instanceof DiscordServerRole role) {
            resolve("roles", role.id(), role.json());
            return role.id();
        }
        if (value instanceof DiscordServerFile file) {
            ObjectNode attachment = DiscordServerPosts.attachment(channel, file);
            resolve("attachments", text(attachment, "id"), attachment);
            return text(attachment, "id");
        }
        return value;
    }

    private void resolve(String kind, String id, ObjectNode what) {
        ObjectNode of = resolved.path(kind) instanceof ObjectNode known ? known : json();
        resolved.set(kind, of);
        of.set(id, what);
    }

    /** What comes of a window: its parts again, with what was typed into its fields. */
    static ObjectNode window(DiscordServerInteraction opened, Map<String, String> fields) {
        ObjectNode response = DiscordServerJson.read(opened.response());
        JsonNode parts = DiscordServerComponents.filled(response.path("components"), fields);
        return json("custom_id", text(response, "custom_id"), "components", parts);
    }
}
