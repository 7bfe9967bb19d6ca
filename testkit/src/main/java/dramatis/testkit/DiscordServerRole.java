package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/** A role of a guild; the one with the guild's own id is everybody's. */
public final class DiscordServerRole {
    private final String id;
    private final String name;
    private final boolean mentionable;
    private final int position;
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
        return DiscordServerJson.json(
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
                false,
                "mentionable",
                mentionable,
                "flags",
                0);
    }
}
