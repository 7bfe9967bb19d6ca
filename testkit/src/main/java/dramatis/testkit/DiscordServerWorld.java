package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** All that a {@link DiscordServer} knows. Whoever changes it holds its monitor, so that events keep their order. */
final class DiscordServerWorld {
    static final String LONG_AGO = "2024-01-01T00:00:00.000000+00:00";
    private static final long EPOCH = 1_420_070_400_000L;

    private final Map<String, DiscordServerUser> users = new ConcurrentHashMap<>();
    private final Map<String, DiscordServerGuild> guilds = new ConcurrentSkipListMap<>();
    private final Map<String, DiscordServerChannel> channels = new ConcurrentSkipListMap<>();
    private final Map<String, DiscordServerWebhook> webhooks = new ConcurrentSkipListMap<>();
    private final Map<String, DiscordServerInteraction> interactions = new ConcurrentHashMap<>();
    private final DiscordServerFiles files = new DiscordServerFiles();
    private final Collection<String> closedDms = ConcurrentHashMap.newKeySet();
    private final List<Consumer<DiscordServerEvent>> listeners = new CopyOnWriteArrayList<>();
    private final DiscordServerUser self = newUser("Dramatis", true);
    private final DiscordServerUser owner = newUser("Owner", false);
    private long lastId;

    /** A number that says when it was made, as Discord's do ("Snowflakes"). */
    synchronized String newId() {
        lastId = Math.max(lastId + 1, (System.currentTimeMillis() - EPOCH) << 22);
        return Long.toString(lastId);
    }

    DiscordServerUser newUser(String name, boolean bot) {
        DiscordServerUser user = new DiscordServerUser(newId(), name, bot);
        users.put(user.id(), user);
        return user;
    }

    /** The bot; its id is the application's too. */
    DiscordServerUser self() {
        return self;
    }

    DiscordServerUser owner() {
        return owner;
    }

    void listen(Consumer<DiscordServerEvent> listener) {
        listeners.add(listener);
    }

    void dispatch(String type, ObjectNode data) {
        dispatch(new DiscordServerEvent(type, data, data, Optional.empty(), ownMember(data)));
    }

    /** Tells it to those who see the channel. */
    void dispatch(String type, DiscordServerChannel channel, ObjectNode data) {
        dispatch(new DiscordServerEvent(type, data, data, Optional.of(channel), false));
    }

    void dispatch(String type, DiscordServerMessage message) {
        ObjectNode seen = DiscordServerMessageJson.event(message, true);
        ObjectNode blind = DiscordServerMessageJson.event(message, false);
        dispatch(new DiscordServerEvent(type, seen, blind, Optional.of(message.channel()), false));
    }

    private boolean ownMember(ObjectNode data) {
        return data.path("user").path("id").asString("").equals(self.id());
    }

    private synchronized void dispatch(DiscordServerEvent event) {
        listeners.forEach(it -> it.accept(event));
    }

    ObjectNode inGuild(DiscordServerGuild guild, ObjectNode member) {
        return member.put("guild_id", guild.id());
    }

    synchronized DiscordServerGuild newGuild(String name, DiscordServerUser by) {
        DiscordServerGuild guild = new DiscordServerGuild(this, name, by);
        guilds.put(guild.id(), guild);
        dispatch("GUILD_CREATE", guild.whole());
        return guild;
    }

    synchronized DiscordServerChannel add(DiscordServerChannel channel) {
        channels.put(channel.id(), channel);
        channel.guild().ifPresent(it -> it.channels().put(channel.id(), channel));
        return channel;
    }

    synchronized DiscordServerChannel dm(DiscordServerUser person) {
        return channels.values().stream()
                .filter(it -> it.person().filter(person::equals).isPresent())
                .findAny()
                .orElseGet(() -> add(DiscordServerChannel.dm(this, person)));
    }

    synchronized DiscordServerChannel openThread(
            DiscordServerChannel parent, String id, DiscordServerChannelKind kind, String name, String by) {
        return openThread(DiscordServerChannel.thread(parent, id, kind, name, by));
    }

    synchronized DiscordServerChannel openThread(DiscordServerChannel thread) {
        add(thread);
        dispatch("THREAD_CREATE", thread, thread.json().put("newly_created", true));
        return thread;
    }

    synchronized void archive(DiscordServerChannel thread, boolean now, boolean lock) {
        thread.archived(now, lock);
        dispatch("THREAD_UPDATE", thread, thread.json());
    }

    synchronized void delete(DiscordServerChannel channel) {
        dispatch(channel.kind().isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", channel, channel.json());
        channels.remove(channel.id());
        channel.guild().ifPresent(it -> it.channels().remove(channel.id()));
        List.copyOf(webhooks.values()).stream()
                .filter(it -> it.channel() == channel)
                .forEach(DiscordServerWebhook::delete);
        List.copyOf(channels.values()).stream()
                .filter(it -> it.parent().filter(channel::equals).isPresent())
                .forEach(this::delete);
    }

    /** Puts a message where it belongs, and tells of it. */
    synchronized DiscordServerMessage post(DiscordServerMessage message) {
        DiscordServerChannel channel = message.channel();
        if (message.ephemeral()) {
            return message;
        }
        if (channel.archived()) {
            archive(channel, false, false);
        }
        channel.all().put(message.id(), message);
        dispatch("MESSAGE_CREATE", message);
        return message;
    }

    synchronized void delete(DiscordServerMessage message) {
        message.delete();
        if (message.ephemeral()) {
            return;
        }
        ObjectNode data =
                json("id", message.id(), "channel_id", message.channel().id());
        message.channel().guild().ifPresent(it -> data.put("guild_id", it.id()));
        dispatch("MESSAGE_DELETE", message.channel(), data);
    }

    /** Deletes several at once, of one channel. */
    synchronized void delete(List<DiscordServerMessage> messages) {
        messages.forEach(DiscordServerMessage::delete);
        messages.stream().map(DiscordServerMessage::channel).findAny().ifPresent(channel -> {
            List<String> ids = messages.stream().map(DiscordServerMessage::id).toList();
            ObjectNode data = json("ids", ids, "channel_id", channel.id());
            channel.guild().ifPresent(it -> data.put("guild_id", it.id()));
            dispatch("MESSAGE_DELETE_BULK", channel, data);
        });
    }

    synchronized DiscordServerWebhook add(DiscordServerWebhook webhook) {
        webhooks.put(webhook.id(), webhook);
        changed(webhook);
        return webhook;
    }

    synchronized void forget(DiscordServerWebhook webhook) {
        webhooks.remove(webhook.id());
        changed(webhook);
    }

    void changed(DiscordServerWebhook webhook) {
        webhook.channel()
                .guild()
                .ifPresent(it -> dispatch(
                        "WEBHOOKS_UPDATE",
                        webhook.channel(),
                        json(
                                "guild_id",
                                it.id(),
                                "channel_id",
                                webhook.channel().id())));
    }

    /** The bot is let in, again. */
    synchronized void remember(DiscordServerGuild guild) {
        guilds.put(guild.id(), guild);
        channels.putAll(guild.channels());
        dispatch("GUILD_CREATE", guild.whole());
    }

    void forget(DiscordServerGuild guild) {
        guilds.remove(guild.id());
        guild.channels().keySet().forEach(channels::remove);
    }

    void add(DiscordServerInteraction interaction) {
        interactions.put(interaction.token(), interaction);
    }

    Collection<DiscordServerGuild> guilds() {
        return guilds.values();
    }

    Optional<DiscordServerGuild> guild(String id) {
        return Optional.ofNullable(guilds.get(id));
    }

    Optional<DiscordServerChannel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    Optional<DiscordServerUser> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    List<DiscordServerWebhook> webhooks() {
        return new ArrayList<>(webhooks.values());
    }

    Optional<DiscordServerWebhook> webhook(String id) {
        return Optional.ofNullable(webhooks.get(id));
    }

    Optional<DiscordServerInteraction> interaction(String token) {
        return Optional.ofNullable(interactions.get(token));
    }

    List<DiscordServerChannel> dms() {
        return channels.values().stream().filter(it -> it.person().isPresent()).toList();
    }

    DiscordServerFiles files() {
        return files;
    }

    void closeDms(String userId) {
        closedDms.add(userId);
    }

    /** Whether a message to the one this private chat is with would be refused. */
    boolean closed(DiscordServerChannel channel) {
        return channel.person().filter(it -> closedDms.contains(it.id())).isPresent();
    }
}
