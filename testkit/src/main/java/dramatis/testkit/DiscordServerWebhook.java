package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** A webhook of a {@link DiscordServer}: a name and a picture that posts to one channel. */
public final class DiscordServerWebhook {
    private final String id;
    private final String token;
    private final String applicationId;
    private final DiscordServerUser creator;
    private final AtomicInteger posts = new AtomicInteger();
    private volatile DiscordServerChannel channel;
    private volatile String name;
    private volatile String avatar;
    private volatile boolean deleted;

    DiscordServerWebhook(
            DiscordServerChannel channel,
            String id,
            String token,
            String applicationId,
            DiscordServerUser creator,
            String name,
            String avatar) {
        this.channel = requireNonNull(channel, "channel");
        this.id = requireNonNull(id, "id");
        this.token = requireNonNull(token, "token");
        this.applicationId = requireNonNull(applicationId, "applicationId");
        this.creator = requireNonNull(creator, "creator");
        this.name = requireNonNull(name, "name");
        this.avatar = requireNonNull(avatar, "avatar");
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The hash of its picture; empty without one. */
    public String avatar() {
        return avatar;
    }

    public DiscordServerChannel channel() {
        return channel;
    }

    /** How many messages were posted through it. */
    public int posts() {
        return posts.get();
    }

    public boolean deleted() {
        return deleted;
    }

    /** Somebody deletes it. */
    public void delete() {
        synchronized (channel.world()) {
            deleted = true;
            channel.world().forget(this);
        }
    }

    String token() {
        return token;
    }

    String applicationId() {
        return applicationId;
    }

    void posted() {
        posts.incrementAndGet();
    }

    void rename(String to) {
        name = to;
    }

    void picture(String hash) {
        avatar = hash;
    }

    void move(DiscordServerChannel to) {
        channel = to;
    }

    /** As the bot gets it, with its maker where the bot asked with its own token. */
    ObjectNode json(boolean withCreator) {
        ObjectNode json = DiscordServerJson.json(
                "id",
                id,
                "type",
                1,
                "guild_id",
                channel.guild().map(DiscordServerGuild::id).orElse(null),
                "channel_id",
                channel.id(),
                "name",
                name,
                "avatar",
                avatar.isEmpty() ? null : avatar,
                "application_id",
                applicationId.isEmpty() ? null : applicationId);
        // nobody sees the token of another application's
        if (applicationId.isEmpty()
                || applicationId.equals(channel.world().self().id())) {
            json.put("token", token);
        }
        if (withCreator) {
            json.set("user", creator.json());
        }
        return json;
    }
}
