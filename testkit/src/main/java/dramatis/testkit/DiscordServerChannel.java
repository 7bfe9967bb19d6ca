package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** A channel, a thread, a forum or a private chat of a {@link DiscordServer}, and what is in it. */
public final class DiscordServerChannel {
    private final DiscordServerWorld world;
    private final String id;
    private final DiscordServerChannelKind kind;
    private volatile String name;
    private final Optional<DiscordServerGuild> guild;
    private final Optional<DiscordServerChannel> parent;
    private final Optional<DiscordServerUser> person;
    private final Map<String, DiscordServerOverwrite> overwrites = new ConcurrentHashMap<>();
    private final Map<String, DiscordServerMessage> messages = new ConcurrentSkipListMap<>();
    private final AtomicInteger typing = new AtomicInteger();
    private final Collection<String> joined = ConcurrentHashMap.newKeySet();
    private volatile String ownerId = "";
    private volatile boolean ageRestricted;
    private volatile boolean archived;
    private volatile boolean locked;

    DiscordServerChannel(
            DiscordServerWorld world, DiscordServerChannelKind kind, String name, DiscordServerGuild guild) {
        this(world, world.newId(), kind, name, Optional.of(guild), Optional.empty(), Optional.empty());
    }

    private DiscordServerChannel(
            DiscordServerWorld world,
            String id,
            DiscordServerChannelKind kind,
            String name,
            Optional<DiscordServerGuild> guild,
            Optional<DiscordServerChannel> parent,
            Optional<DiscordServerUser> person) {
        this.world = requireNonNull(world, "world");
        this.id = requireNonNull(id, "id");
        this.kind = requireNonNull(kind, "kind");
        this.name = requireNonNull(name, "name");
        this.guild = guild;
        this.parent = parent;
        this.person = person;
    }

    static DiscordServerChannel dm(DiscordServerWorld world, DiscordServerUser person) {
        return new DiscordServerChannel(
                world,
                world.newId(),
                DiscordServerChannelKind.DM,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(person));
    }

    static DiscordServerChannel thread(
            DiscordServerChannel parent, String id, DiscordServerChannelKind kind, String name, String ownerId) {
        DiscordServerChannel thread = new DiscordServerChannel(
                parent.world, id, kind, name, parent.guild, Optional.of(parent), Optional.empty());
        thread.ownerId = ownerId;
        thread.joined.add(ownerId);
        return thread;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** How it is mentioned in a text. */
    public String mention() {
        return "<#" + id + ">";
    }

    /** The messages that are there, oldest first. */
    public List<DiscordServerMessage> messages() {
        return messages.values().stream().filter(it -> !it.deleted()).toList();
    }

    /** All messages that ever were there, the deleted ones too. */
    public List<DiscordServerMessage> everything() {
        return List.copyOf(messages.values());
    }

    /** The texts that are there, oldest first. */
    public List<String> texts() {
        return messages().stream().map(DiscordServerMessage::text).toList();
    }

    /** The webhooks of this channel, oldest first. */
    public List<DiscordServerWebhook> webhooks() {
        return world.webhooks().stream().filter(it -> it.channel() == this).toList();
    }

    /** How often the bot showed that it types. */
    public int typed() {
        return typing.get();
    }

    public boolean archived() {
        return archived;
    }

    public DiscordServerChannel allow(DiscordServerRole role, DiscordServerPermission... permissions) {
        return overwrite(role.id(), true, DiscordServerPermission.bits(permissions), 0);
    }

    public DiscordServerChannel deny(DiscordServerRole role, DiscordServerPermission... permissions) {
        return overwrite(role.id(), true, 0, DiscordServerPermission.bits(permissions));
    }

    public DiscordServerChannel allow(DiscordServerMember member, DiscordServerPermission... permissions) {
        return overwrite(member.id(), false, DiscordServerPermission.bits(permissions), 0);
    }

    public DiscordServerChannel deny(DiscordServerMember member, DiscordServerPermission... permissions) {
        return overwrite(member.id(), false, 0, DiscordServerPermission.bits(permissions));
    }

    private DiscordServerChannel overwrite(String whom, boolean role, long allow, long deny) {
        synchronized (world) {
            DiscordServerOverwrite old = overwrites.getOrDefault(whom, new DiscordServerOverwrite(whom, role, 0, 0));
            overwrites.put(
                    whom,
                    new DiscordServerOverwrite(
                            whom, role, (old.allow() & ~deny) | allow, (old.deny() & ~allow) | deny));
            world.dispatch("CHANNEL_UPDATE", json());
            return this;
        }
    }

    /** From now on this channel is for adults. */
    public DiscordServerChannel ageRestrict() {
        synchronized (world) {
            ageRestricted = true;
            world.dispatch("CHANNEL_UPDATE", json());
            return this;
        }
    }

    /** A thread below this channel. */
    public DiscordServerChannel thread(String threadName, DiscordServerMember by) {
        return world.openThread(this, world.newId(), DiscordServerChannelKind.PUBLIC_THREAD, threadName, by.id());
    }

    /** A thread that only those see who are invited. */
    public DiscordServerChannel privateThread(String threadName, DiscordServerMember by) {
        return world.openThread(this, world.newId(), DiscordServerChannelKind.PRIVATE_THREAD, threadName, by.id());
    }

    /** A post in this forum: a thread, with its first message. */
    public DiscordServerChannel post(String title, DiscordServerMember by, String text) {
        synchronized (world) {
            DiscordServerChannel post =
                    world.openThread(this, world.newId(), DiscordServerChannelKind.PUBLIC_THREAD, title, by.id());
            world.post(DiscordServerMessage.by(by, post, post.id, text));
            return post;
        }
    }

    /** Somebody is taken into the thread; the bot hears of a private one only then. */
    public DiscordServerChannel invite(DiscordServerMember member) {
        synchronized (world) {
            joined.add(member.id());
            if (member.user().equals(world.self())) {
                world.dispatch("THREAD_CREATE", this, json());
            }
            return this;
        }
    }

    /** Somebody archives the thread; a post opens it again, unless it is locked. */
    public void archive(boolean lock) {
        world.archive(this, true, lock);
    }

    /** Somebody deletes the channel. */
    public void delete() {
        world.delete(this);
    }

    DiscordServerWorld world() {
        return world;
    }

    DiscordServerChannelKind kind() {
        return kind;
    }

    Optional<DiscordServerGuild> guild() {
        return guild;
    }

    Optional<DiscordServerChannel> parent() {
        return parent;
    }

    /** With whom the bot talks here in private. */
    Optional<DiscordServerUser> person() {
        return person;
    }

    Collection<DiscordServerOverwrite> overwrites() {
        return overwrites.values();
    }

    Map<String, DiscordServerMessage> all() {
        return messages;
    }

    Collection<String> joined() {
        return joined;
    }

    void type() {
        typing.incrementAndGet();
    }

    boolean locked() {
        return locked;
    }

    String ownerId() {
        return ownerId;
    }

    boolean ageRestricted() {
        return ageRestricted;
    }

    void change(String newName, boolean forAdults) {
        name = newName;
        ageRestricted = forAdults;
    }

    void archived(boolean now, boolean lock) {
        archived = now;
        locked = lock;
    }

    ObjectNode json() {
        return DiscordServerChannelJson.of(this);
    }
}
