package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** An account of a {@link DiscordServer}: a person or a bot. */
public record DiscordServerUser(String id, String name, boolean bot) {
    public DiscordServerUser {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }

    /** How it is mentioned in a text. */
    public String mention() {
        return "<@" + id + ">";
    }

    ObjectNode json() {
        return DiscordServerJson.json(
                "id",
                id,
                "username",
                name.toLowerCase(Locale.ROOT).replace(' ', '.'),
                "discriminator",
                bot ? "0001" : "0",
                "global_name",
                bot ? null : name,
                "avatar",
                null,
                "bot",
                bot,
                "public_flags",
                0);
    }
}
