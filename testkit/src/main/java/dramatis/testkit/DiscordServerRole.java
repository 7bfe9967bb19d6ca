package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/** A role of a guild; the one with the guild's own id is everybody's. */
public final class DiscordServerRole {
    private final String id;
    private final String name;
    private final boolean mentionable;
    private final int position;
    private final ObjectNode tags = DiscordServerJson.json();
    private volatile long permissions;

    DiscordServerRole(String id, String name, int position, boolean mentionable, long permissions) {
        this.id = requireNonNull(id, "id");
        this.name = requireNonNull(name, "name");
        this.position = position;
        this.mentionable = mentionable;
        this.permissions = permissions;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** How it is mentioned in a text. */
    public String mention() {
        return "<@&" + id + ">";
    }

    /** Discord made it for a bot and looks after it. */
    DiscordServerRole madeFor(DiscordServerUser bot) {
        tags.put("bot_id", bot.id());
        return this;
    }

    boolean mentionable() {
        return mentionable;
    }

    long permissions() {
        return permissions;
    }

    void permit(long bits) {
        permissions = bits;
    }

    ObjectNode json() {
        ObjectNode colors = DiscordServerJson.json("primary_color", 0, "secondary_color", null, "tertiary_color", null);
        ObjectNode json = DiscordServerJson.json(
                "id",
                id,
                "name",
                name,
                "color",
                0,
                "colors",
                colors,
                "hoist",
                false,
                "icon",
                null,
                "unicode_emoji",
                null,
                "position",
                position,
                "permissions",
                Long.toString(permissions),
                "managed",
                !tags.isEmpty(),
                "mentionable",
                mentionable,
                "flags",
                0);
        if (!tags.isEmpty()) {
            json.set("tags", tags);
        }
        return json;
    }
}
