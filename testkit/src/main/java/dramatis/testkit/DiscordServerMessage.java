package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message of a {@link DiscordServer}, with all that happened to it. */
public final class DiscordServerMessage {
    /**
     * One state of a message.
     *
     * @param pings whom this text would have called: {@code everyone}, {@code here}, {@code user:ID}, {@code role:ID}
     */
    public record Version(String text, Set<String> pings) {
        public Version {
            requireNonNull(text, "text");
            pings = Collections.unmodifiableSet(new LinkedHashSet<>(pings));
        }
    }

    private final String id;
    private final DiscordServerChannel channel;
    private final DiscordServerUser author;
    private final Instant sentAt = Instant.now();
    private final List<Version> versions = new CopyOnWriteArrayList<>();
    private final ObjectNode extra = DiscordServerJson.json();
    private volatile Optional<DiscordServerWebhook> webhook = Optional.empty();
    private volatile Optional<DiscordServerInteraction> interaction = Optional.empty();
    private volatile Optional<String> replyTo = Optional.empty();
    private volatile Optional<Instant> editedAt = Optional.empty();
    private volatile String nonce = "";
    private volatile String avatar = "";
    private volatile boolean deleted;

    DiscordServerMessage(String id, DiscordServerChannel channel, DiscordServerUser author) {
        this.id = requireNonNull(id, "id");
        this.channel = requireNonNull(channel, "channel");
        this.author = requireNonNull(author, "author");
    }

    /** What a person wrote. */
    static DiscordServerMessage by(DiscordServerMember member, DiscordServerChannel channel, String id, String text) {
        DiscordServerMessage message = new DiscordServerMessage(id, channel, member.user());
        message.version(text, DiscordServerMentions.of(message, text));
        return message;
    }

    public String id() {
        return id;
    }

    public DiscordServerChannel channel() {
        return channel;
    }

    /** Its text as it is now. */
    public String text() {
        return versions.isEmpty() ? "" : versions.get(versions.size() - 1).text();
    }

    /** Its states, oldest first. */
    public List<Version> versions() {
        return List.copyOf(versions);
    }

    /** Whom it would have called, in any of its states. */
    public Set<String> pings() {
        Set<String> all = new LinkedHashSet<>();
        versions.forEach(it -> all.addAll(it.pings()));
        return all;
    }

    /** The name that it was posted under. */
    public String authorName() {
        return author.name();
    }

    public String authorId() {
        return author.id();
    }

    /** The hash of the picture that it was posted with, or the address that was given for it; empty without one. */
    public String avatar() {
        return avatar;
    }

    /** The webhook that it was posted through. */
    public Optional<DiscordServerWebhook> webhook() {
        return webhook;
    }

    /** The interaction that it answers. */
    public Optional<DiscordServerInteraction> interaction() {
        return interaction;
    }

    /** The message that it replies to. */
    public Optional<String> replyTo() {
        return replyTo;
    }

    /** What was sent with it to know it again; empty without one. */
    public String nonce() {
        return nonce;
    }

    public boolean deleted() {
        return deleted;
    }

    /** Only one person sees it. */
    public boolean ephemeral() {
        return (flags() & 64) != 0;
    }

    /** Discord shows that the bot thinks. */
    public boolean loading() {
        return (flags() & 128) != 0;
    }

    /** Embeds, components, attachments, flags and so on, as they were sent; as JSON. */
    public String details() {
        return extra.toString();
    }

    /** The custom ids of its buttons and menus, in their order. */
    public List<String> customIds() {
        return extra.path("components").findValuesAsString("custom_id");
    }

    int flags() {
        return extra.path("flags").asInt(0);
    }

    DiscordServerUser author() {
        return author;
    }

    Instant sentAt() {
        return sentAt;
    }

    Optional<Instant> editedAt() {
        return editedAt;
    }

    JsonNode extra(String name) {
        return extra.path(name);
    }

    void extra(String name, JsonNode value) {
        extra.set(name, value);
    }

    void flags(int flags) {
        extra.put("flags", flags);
    }

    void version(String text, Set<String> pings) {
        if (!versions.isEmpty()) {
            editedAt = Optional.of(Instant.now());
        }
        versions.add(new Version(text, pings));
    }

    void through(DiscordServerWebhook hook, String picture) {
        webhook = Optional.of(hook);
        avatar = picture;
    }

    void answers(DiscordServerInteraction asked) {
        interaction = Optional.of(asked);
    }

    void repliesTo(String messageId) {
        replyTo = Optional.of(messageId);
    }

    void nonce(String value) {
        nonce = value;
    }

    void delete() {
        deleted = true;
    }
}
