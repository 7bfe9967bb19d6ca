package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** Somebody in a guild. */
public final class DiscordServerMember {
    private final DiscordServerGuild guild;
    private final DiscordServerUser user;
    private final List<DiscordServerRole> roles = new CopyOnWriteArrayList<>();
    private volatile String nick = "";

    DiscordServerMember(DiscordServerGuild guild, DiscordServerUser user) {
        this.guild = requireNonNull(guild, "guild");
        this.user = requireNonNull(user, "user");
    }

    public DiscordServerGuild guild() {
        return guild;
    }

    public DiscordServerUser user() {
        return user;
    }

    public String id() {
        return user.id();
    }

    public String mention() {
        return user.mention();
    }

    /** Gives a role, and tells who listens. */
    public DiscordServerMember with(DiscordServerRole role) {
        synchronized (guild.world()) {
            roles.add(requireNonNull(role, "role"));
            guild.world().dispatch("GUILD_MEMBER_UPDATE", guild.world().inGuild(guild, json()));
        }
        return this;
    }

    /** Gives a name that holds in this guild only, and tells who listens. */
    public DiscordServerMember called(String name) {
        synchronized (guild.world()) {
            nick = requireNonNull(name, "name");
            guild.world().dispatch("GUILD_MEMBER_UPDATE", guild.world().inGuild(guild, json()));
        }
        return this;
    }

    /** From now on a message of a bot to this person is refused (50007). */
    public DiscordServerMember closesDms() {
        guild.world().closeDms(user.id());
        return this;
    }

    List<DiscordServerRole> roles() {
        return roles;
    }

    ObjectNode json() {
        return partial().set("user", user.json());
    }

    /** As in a message, where the author is told apart from it. */
    ObjectNode partial() {
        return DiscordServerJson.json(
                "nick",
                nick.isEmpty() ? null : nick,
                "avatar",
                null,
                "roles",
                roles.stream().map(DiscordServerRole::id).toList(),
                "joined_at",
                DiscordServerWorld.LONG_AGO,
                "premium_since",
                null,
                "communication_disabled_until",
                null,
                "deaf",
                false,
                "mute",
                false,
                "pending",
                false,
                "flags",
                0);
    }
}
