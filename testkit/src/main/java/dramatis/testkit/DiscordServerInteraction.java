package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Something that a person asked of the bot through Discord, and what came back. For any thread. */
public final class DiscordServerInteraction {
    /** What was done, with Discord's numbers of interaction types. */
    enum Kind {
        COMMAND(2),
        COMPONENT(3),
        AUTOCOMPLETE(4),
        MODAL(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    private final String id;
    private final String token;
    private final Kind kind;
    private final DiscordServerMember member;
    private final DiscordServerChannel channel;
    private final ObjectNode data;
    private final Optional<DiscordServerMessage> source;
    private final long askedAt = System.nanoTime();
    private final List<DiscordServerMessage> answers = new CopyOnWriteArrayList<>();
    private volatile OptionalInt callback = OptionalInt.empty();
    private volatile JsonNode response = MissingNode.getInstance();
    private volatile Optional<DiscordServerMessage> original = Optional.empty();
    private volatile boolean expired;

    DiscordServerInteraction(
            Kind kind,
            DiscordServerMember member,
            DiscordServerChannel channel,
            ObjectNode data,
            Optional<DiscordServerMessage> source) {
        this.kind = requireNonNull(kind, "kind");
        this.member = requireNonNull(member, "member");
        this.channel = requireNonNull(channel, "channel");
        this.data = requireNonNull(data, "data");
        this.source = requireNonNull(source, "source");
        id = channel.world().newId();
        token = "interaction" + channel.world().newId();
    }

    public String id() {
        return id;
    }

    /** Whether the bot has answered in any way. */
    public boolean acknowledged() {
        return callback.isPresent();
    }

    /** Whether the first answer was to say that there will be one. */
    public boolean deferred() {
        return callback.isPresent() && (callback.getAsInt() == 5 || callback.getAsInt() == 6);
    }

    /** Discord's number of the kind of the first answer. */
    public OptionalInt callback() {
        return callback;
    }

    /** The first answer's message, if it has one. */
    public Optional<DiscordServerMessage> original() {
        return original;
    }

    /** The messages that answered it and are there, oldest first. */
    public List<DiscordServerMessage> answers() {
        return answers.stream().filter(it -> !it.deleted()).toList();
    }

    /** The texts of the answers that are there and are more than the sign that the bot thinks. */
    public List<String> texts() {
        return answers().stream()
                .filter(it -> !it.loading())
                .map(DiscordServerMessage::text)
                .toList();
    }

    /** What was offered for what was typed so far: the values. */
    public List<String> choices() {
        List<String> values = new ArrayList<>();
        response.path("choices").forEach(it -> values.add(it.path("value").asString()));
        return values;
    }

    /** What was offered for what was typed so far: the names that are shown. */
    public List<String> choiceNames() {
        return response.path("choices").findValuesAsString("name");
    }

    /** The custom id of the window that was opened. */
    public Optional<String> modal() {
        return Optional.of(response)
                .filter(it -> callback.orElse(0) == 9)
                .map(it -> it.path("custom_id").asString());
    }

    /** The custom ids of the fields of the window that was opened. */
    public List<String> modalFields() {
        return response.path("components").findValuesAsString("custom_id");
    }

    /** The data of the first answer, as JSON. */
    public String response() {
        return response.toString();
    }

    /** Fifteen minutes pass for it: its token is worth nothing any more. */
    public void expire() {
        expired = true;
    }

    boolean expired() {
        return expired;
    }

    boolean olderThan(Duration time) {
        return System.nanoTime() - askedAt > time.toNanos();
    }

    String token() {
        return token;
    }

    Kind kind() {
        return kind;
    }

    DiscordServerChannel channel() {
        return channel;
    }

    Optional<DiscordServerMessage> source() {
        return source;
    }

    /** The type of the messages that answer it: one for a slash command, another for a menu. */
    int messageType() {
        return data.path("type").asInt(1) == 1 ? 20 : 23;
    }

    void acknowledge(int type, JsonNode with) {
        callback = OptionalInt.of(type);
        response = with;
    }

    void original(DiscordServerMessage message) {
        original = Optional.of(message);
    }

    void answer(DiscordServerMessage message) {
        answers.add(message);
    }

    ObjectNode metadata() {
        return DiscordServerJson.json(
                "id", id,
                "type", kind.number(),
                "user", member.user().json(),
                "authorizing_integration_owners", owners());
    }

    private ObjectNode owners() {
        return DiscordServerJson.json(
                "0", channel.guild().map(DiscordServerGuild::id).orElse("0"));
    }

    /** As the gateway sends it ("Interaction Object"). */
    ObjectNode json() {
        ObjectNode json = DiscordServerJson.json(
                "id",
                id,
                "application_id",
                channel.world().self().id(),
                "type",
                kind.number(),
                "token",
                token,
                "version",
                1,
                "data",
                data,
                "channel_id",
                channel.id(),
                "channel",
                channel.json(),
                "locale",
                "en-US",
                "entitlements",
                List.of(),
                "authorizing_integration_owners",
                owners(),
                "attachment_size_limit",
                10_485_760,
                "app_permissions",
                Long.toString(DiscordServerPermissions.ofBot(channel)));
        source.ifPresent(it -> json.set("message", DiscordServerMessageJson.of(it, true)));
        channel.guild()
                .ifPresentOrElse(
                        it -> inGuild(it, json),
                        () -> json.put("context", 1).set("user", member.user().json()));
        return json;
    }

    private void inGuild(DiscordServerGuild guild, ObjectNode json) {
        ObjectNode asker = member.json();
        asker.put("permissions", Long.toString(DiscordServerPermissions.of(member, channel)));
        json.put("guild_id", guild.id()).put("guild_locale", "en-US").put("context", 0);
        json.set("guild", DiscordServerJson.json("id", guild.id(), "locale", "en-US", "features", List.of()));
        json.set("member", asker);
    }
}
