package dramatis.testkit;

import static dramatis.testkit.DiscordServerPermission.ATTACH_FILES;
import static dramatis.testkit.DiscordServerPermission.CREATE_PUBLIC_THREADS;
import static dramatis.testkit.DiscordServerPermission.EMBED_LINKS;
import static dramatis.testkit.DiscordServerPermission.MANAGE_WEBHOOKS;
import static dramatis.testkit.DiscordServerPermission.MENTION_EVERYONE;
import static dramatis.testkit.DiscordServerPermission.READ_MESSAGE_HISTORY;
import static dramatis.testkit.DiscordServerPermission.SEND_MESSAGES;
import static dramatis.testkit.DiscordServerPermission.SEND_MESSAGES_IN_THREADS;
import static dramatis.testkit.DiscordServerPermission.USE_APPLICATION_COMMANDS;
import static dramatis.testkit.DiscordServerPermission.VIEW_CHANNEL;
import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ObjectNode;

/** A guild of a {@link DiscordServer}, with the bot in it. What is added later is told to who listens. */
public final class DiscordServerGuild {
    private final DiscordServerWorld world;
    private final String id;
    private final String name;
    private final DiscordServerMember owner;
    private final DiscordServerRole everyone;
    private final DiscordServerRole botRole;
    private final DiscordServerMember self;
    private final Map<String, DiscordServerRole> roles = new ConcurrentSkipListMap<>();
    private final Map<String, DiscordServerMember> members = new ConcurrentSkipListMap<>();
    private final Map<String, DiscordServerChannel> channels = new ConcurrentSkipListMap<>();

    DiscordServerGuild(DiscordServerWorld world, String name, DiscordServerUser by) {
        this.world = requireNonNull(world, "world");
        this.name = requireNonNull(name, "name");
        id = world.newId();
        everyone = new DiscordServerRole(id, "@everyone", 0, false, usual());
        botRole = new DiscordServerRole(world.newId(), world.self().name(), 1, false, usual() | MANAGE_WEBHOOKS.bit())
                .madeFor(world.self());
        roles.put(everyone.id(), everyone);
        roles.put(botRole.id(), botRole);
        owner = new DiscordServerMember(this, by);
        self = new DiscordServerMember(this, world.self());
        self.roles().add(botRole);
        members.put(owner.id(), owner);
        members.put(self.id(), self);
    }

    private static long usual() {
        return DiscordServerPermission.bits(
                VIEW_CHANNEL,
                SEND_MESSAGES,
                SEND_MESSAGES_IN_THREADS,
                CREATE_PUBLIC_THREADS,
                EMBED_LINKS,
                ATTACH_FILES,
                READ_MESSAGE_HISTORY,
                MENTION_EVERYONE,
                USE_APPLICATION_COMMANDS);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The person who owns the guild. */
    public DiscordServerMember owner() {
        return owner;
    }

    /** The bot. */
    public DiscordServerMember self() {
        return self;
    }

    /** The role that everybody has. */
    public DiscordServerRole everyone() {
        return everyone;
    }

    /** The role that only the bot has. */
    public DiscordServerRole botRole() {
        return botRole;
    }

    public DiscordServerChannel channel(String channelName) {
        return add(DiscordServerChannelKind.TEXT, channelName);
    }

    public DiscordServerChannel forum(String channelName) {
        return add(DiscordServerChannelKind.FORUM, channelName);
    }

    public DiscordServerChannel announcements(String channelName) {
        return add(DiscordServerChannelKind.ANNOUNCEMENT, channelName);
    }

    private DiscordServerChannel add(DiscordServerChannelKind kind, String channelName) {
        synchronized (world) {
            DiscordServerChannel channel = world.add(new DiscordServerChannel(world, kind, channelName, this));
            world.dispatch("CHANNEL_CREATE", channel.json());
            return channel;
        }
    }

    public DiscordServerMember member(String memberName) {
        return join(world.newUser(memberName, false));
    }

    /** Another bot. */
    public DiscordServerMember bot(String memberName) {
        return join(world.newUser(memberName, true));
    }

    /** Somebody who is known from another guild. */
    public DiscordServerMember join(DiscordServerUser user) {
        synchronized (world) {
            DiscordServerMember member = new DiscordServerMember(this, user);
            members.put(user.id(), member);
            world.dispatch("GUILD_MEMBER_ADD", world.inGuild(this, member.json()));
            return member;
        }
    }

    /** Somebody goes. */
    public void leaves(DiscordServerMember member) {
        synchronized (world) {
            members.remove(member.id());
            ObjectNode data =
                    DiscordServerJson.json("guild_id", id, "user", member.user().json());
            world.dispatch("GUILD_MEMBER_REMOVE", data);
        }
    }

    public DiscordServerRole role(String roleName, DiscordServerPermission... permissions) {
        return add(roleName, false, permissions);
    }

    /** A role that everybody may mention. */
    public DiscordServerRole mentionableRole(String roleName, DiscordServerPermission... permissions) {
        return add(roleName, true, permissions);
    }

    private DiscordServerRole add(String roleName, boolean mentionable, DiscordServerPermission... permissions) {
        synchronized (world) {
            DiscordServerRole role = new DiscordServerRole(
                    world.newId(), roleName, roles.size(), mentionable, DiscordServerPermission.bits(permissions));
            roles.put(role.id(), role);
            world.dispatch("GUILD_ROLE_CREATE", DiscordServerJson.json("guild_id", id, "role", role.json()));
            return role;
        }
    }

    /** Gives a role other permissions than it had. */
    public void permit(DiscordServerRole role, DiscordServerPermission... permissions) {
        synchronized (world) {
            role.permit(DiscordServerPermission.bits(permissions));
            world.dispatch("GUILD_ROLE_UPDATE", DiscordServerJson.json("guild_id", id, "role", role.json()));
        }
    }

    /** The bot is let in again. */
    public void invitesBot() {
        world.remember(this);
    }

    /** The bot is thrown out. */
    public void removesBot() {
        synchronized (world) {
            world.forget(this);
            world.dispatch("GUILD_DELETE", DiscordServerJson.json("id", id));
        }
    }

    DiscordServerWorld world() {
        return world;
    }

    Collection<DiscordServerRole> roles() {
        return roles.values();
    }

    Optional<DiscordServerRole> findRole(String roleId) {
        return Optional.ofNullable(roles.get(roleId));
    }

    Collection<DiscordServerMember> members() {
        return members.values();
    }

    Optional<DiscordServerMember> findMember(String userId) {
        return Optional.ofNullable(members.get(userId));
    }

    Map<String, DiscordServerChannel> channels() {
        return channels;
    }

    List<ObjectNode> channelsJson(boolean threads) {
        return channels.values().stream()
                .filter(it -> it.kind().isThread() == threads)
                .map(DiscordServerChannel::json)
                .toList();
    }

    ObjectNode json() {
        return DiscordServerGuildJson.of(this);
    }

    /** As it is sent when the bot comes, with everything in it. */
    ObjectNode whole() {
        return DiscordServerGuildJson.whole(this);
    }
}
