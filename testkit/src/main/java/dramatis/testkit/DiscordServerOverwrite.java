package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody or a role is allowed and denied in a channel beyond the guild's rules.
 *
 * @param role whether the id is a role's
 */
record DiscordServerOverwrite(String id, boolean role, long allow, long deny) {
    DiscordServerOverwrite {
        requireNonNull(id, "id");
    }

    ObjectNode json() {
        return DiscordServerJson.json(
                "id", id, "type", role ? 0 : 1, "allow", Long.toString(allow), "deny", Long.toString(deny));
    }
}
