package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.array;
import static dramatis.testkit.DiscordServerJson.json;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as Discord's documentation has it ("Message Object"). */
final class DiscordServerMessageJson {
    private static final List<String> EXTRAS = List.of("embeds", "attachments", "components", "sticker_items", "flags");

    private DiscordServerMessageJson() {}

    /**
     * A message as an answer has it.
     *
     * @param readable whether the asking bot may read what people write
     */
    static ObjectNode of(DiscordServerMessage message, boolean readable) {
        ObjectNode json = alone(message, readable);
        references(message, readable, json);
        return json;
    }

    private static ObjectNode alone(DiscordServerMessage message, boolean readable) {
        ObjectNode json = json(
                "id",
                message.id(),
                "channel_id",
                message.channel().id(),
                "type",
                type(message),
                "author",
                author(message),
                "content",
                message.text(),
                "timestamp",
                message.sentAt().toString(),
                "edited_timestamp",
                message.editedAt().map(Instant::toString).orElse(null),
                "tts",
                false,
                "pinned",
                false,
                "mention_everyone",
                DiscordServerMentions.kept(message).contains("everyone")
                        || DiscordServerMentions.kept(message).contains("here"),
                "mentions",
                called(message, "user:")
                        .flatMap(it -> message.channel().world().user(it).stream())
                        .map(DiscordServerUser::json)
                        .toList(),
                "mention_roles",
                called(message, "role:").toList());
        EXTRAS.forEach(it -> json.set(it, extra(message, it)));
        origins(message, json);
        if (!readable && !exempt(message)) {
            json.put("content", "").set("embeds", array(List.of()));
            json.set("attachments", array(List.of()));
            json.set("components", array(List.of()));
        }
        return json;
    }

    /** A message as an event has it, with where it was and who the author is there. */
    static ObjectNode event(DiscordServerMessage message, boolean readable) {
        ObjectNode json = of(message, readable);
        json.put("channel_type", message.channel().kind().number());
        message.channel().guild().ifPresent(guild -> {
            json.put("guild_id", guild.id());
            if (message.webhook().isEmpty()) {
                guild.findMember(message.authorId()).ifPresent(it -> json.set("member", it.partial()));
            }
            for (JsonNode mention : json.path("mentions")) {
                guild.findMember(mention.path("id").asString())
                        .ifPresent(it -> ((ObjectNode) mention).set("member", it.partial()));
            }
        });
        return json;
    }

    /** What may be read without the right to read: own messages, private ones, and those that mention the bot. */
    private static boolean exempt(DiscordServerMessage message) {
        String self = message.channel().world().self().id();
        return message.authorId().equals(self)
                || message.channel().person().isPresent()
                || DiscordServerMentions.kept(message).contains("user:" + self);
    }

    private static Stream<String> called(DiscordServerMessage message, String kind) {
        return DiscordServerMentions.kept(message).stream()
                .filter(it -> it.startsWith(kind))
                .map(it -> it.substring(kind.length()));
    }

    private static int type(DiscordServerMessage message) {
        return message.interaction()
                .map(it -> it.kind() == DiscordServerInteraction.Kind.COMMAND ? it.messageType() : 0)
                .orElse(message.replyTo().isPresent() ? 19 : 0);
    }

    private static ObjectNode author(DiscordServerMessage message) {
        ObjectNode author = message.author().json();
        message.webhook()
                .ifPresent(it -> author.put("username", message.authorName())
                        .put("avatar", message.avatar().isEmpty() ? null : message.avatar())
                        .put("discriminator", "0000"));
        return author;
    }

    private static JsonNode extra(DiscordServerMessage message, String name) {
        JsonNode value = message.extra(name);
        if (!value.isMissingNode()) {
            return value;
        }
        return name.equals("flags") ? IntNode.valueOf(0) : array(List.of());
    }

    private static void origins(DiscordServerMessage message, ObjectNode json) {
        message.webhook().ifPresent(it -> {
            json.put("webhook_id", it.id());
            if (!it.applicationId().isEmpty()) {
                json.put("application_id", it.applicationId());
            }
        });
        message.interaction().ifPresent(it -> {
            String application = message.channel().world().self().id();
            json.put("webhook_id", application).put("application_id", application);
            json.set("interaction_metadata", it.metadata());
        });
        if (!message.nonce().isEmpty()) {
            json.put("nonce", message.nonce());
        }
    }

    private static void references(DiscordServerMessage message, boolean readable, ObjectNode json) {
        message.replyTo().ifPresent(it -> {
            ObjectNode reference = json(
                    "type", 0, "message_id", it, "channel_id", message.channel().id());
            message.channel().guild().ifPresent(guild -> reference.put("guild_id", guild.id()));
            json.set("message_reference", reference);
            DiscordServerMessage original = message.channel().all().get(it);
            json.set(
                    "referenced_message",
                    original == null || original.deleted() ? NullNode.getInstance() : alone(original, readable));
        });
    }
}
