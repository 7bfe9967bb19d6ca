package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.array;
import static dramatis.testkit.DiscordServerJson.has;
import static dramatis.testkit.DiscordServerJson.json;
import static dramatis.testkit.DiscordServerJson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes messages of what a bot sends, and refuses what Discord refuses ("Create Message", "Edit Message"). */
final class DiscordServerPosts {
    /** The flags that a bot may set: no embeds, no sound, components of the second version. */
    private static final int SETTABLE = 4 | 4096 | 32_768;

    /** Only one person sees it: for answers to interactions. */
    private static final int EPHEMERAL = 64;

    private DiscordServerPosts() {}

    /** Puts into a new message what was sent. */
    static DiscordServerMessage fill(DiscordServerMessage message, DiscordServerCall call) {
        return fill(message, call.body(), call.files());
    }

    static DiscordServerMessage fill(DiscordServerMessage message, JsonNode body, List<DiscordServerFile> files) {
        DiscordServerForms.check(body);
        int settable = message.interaction().isPresent() ? SETTABLE | EPHEMERAL : SETTABLE;
        message.flags(body.path("flags").asInt(0) & settable);
        parts(message, body, files);
        nonce(message, body);
        String content = text(body, "content");
        requireSomething(message, content);
        message.version(content, DiscordServerMentions.of(message, content, body.path("allowed_mentions")));
        return message;
    }

    /** Changes a message: what is not named stays. */
    static DiscordServerMessage edit(DiscordServerMessage message, DiscordServerCall call) {
        return edit(message, call.body(), call.files());
    }

    static DiscordServerMessage edit(DiscordServerMessage message, JsonNode body, List<DiscordServerFile> files) {
        DiscordServerForms.check(body);
        String content = body.has("content") ? text(body, "content") : message.text();
        parts(message, body, files);
        requireSomething(message, content);
        // without allowances of its own an edit has the default ones, whatever the message was sent with
        message.version(
                content,
                body.has("content")
                        ? DiscordServerMentions.of(message, content, body.path("allowed_mentions"))
                        : DiscordServerMentions.kept(message));
        message.flags(message.flags() & ~128);
        if (!message.ephemeral()) {
            message.channel().world().dispatch("MESSAGE_UPDATE", message);
        }
        return message;
    }

    private static void parts(DiscordServerMessage message, JsonNode body, List<DiscordServerFile> files) {
        for (String part : List.of("embeds", "components")) {
            if (body.has(part)) {
                JsonNode value = has(body, part) ? body.path(part) : array(List.of());
                message.extra(part, part.equals("components") ? DiscordServerComponents.numbered(value) : value);
            }
        }
        if (!files.isEmpty() || body.has("attachments")) {
            message.extra("attachments", attachments(message, body, files));
        }
    }

    /** Of the old ones those that are named stay; the new ones are the files. */
    private static JsonNode attachments(DiscordServerMessage message, JsonNode body, List<DiscordServerFile> files) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode old : message.extra("attachments")) {
            boolean named = !body.has("attachments");
            for (JsonNode kept : body.path("attachments")) {
                named |= text(kept, "id").equals(text(old, "id"));
            }
            if (named) {
                all.add(old);
            }
        }
        for (DiscordServerFile file : files) {
            all.add(attachment(message.channel(), file));
        }
        return array(all);
    }

    static ObjectNode attachment(DiscordServerChannel channel, DiscordServerFile file) {
        String id = channel.world().newId();
        String path = "attachments/" + channel.id() + "/" + id + "/" + file.name();
        String url = channel.world().files().keep(path, file.content());
        return json(
                "id",
                id,
                "filename",
                file.name(),
                "size",
                file.content().length,
                "url",
                url,
                "proxy_url",
                url,
                "content_type",
                file.type(),
                "flags",
                0);
    }

    private static void nonce(DiscordServerMessage message, JsonNode body) {
        String nonce = text(body, "nonce");
        if (nonce.length() > 25) {
            throw DiscordServerRefusal.form("nonce", "NONCE_TYPE_TOO_LONG", "Must be 25 or fewer in length.");
        }
        message.nonce(nonce);
    }

    private static void requireSomething(DiscordServerMessage message, String content) {
        boolean something = !content.isBlank()
                || !message.extra("embeds").isEmpty()
                || !message.extra("attachments").isEmpty()
                || !message.extra("components").isEmpty()
                || !message.extra("sticker_items").isEmpty();
        if (!something) {
            throw DiscordServerRefusal.of(400, 50006, "Cannot send an empty message");
        }
    }

    /** Makes it a reply to what it names. */
    static void reply(DiscordServerMessage message, JsonNode body) {
        String to = text(body.path("message_reference"), "message_id");
        if (to.isEmpty() || body.path("message_reference").path("type").asInt(0) != 0) {
            return;
        }
        if (!DiscordServerPermissions.has(message.channel(), DiscordServerPermission.READ_MESSAGE_HISTORY)) {
            throw DiscordServerRefusal.of(400, 160_002, "Cannot reply without permission to read message history");
        }
        boolean there = Optional.ofNullable(message.channel().all().get(to))
                .filter(it -> !it.deleted())
                .isPresent();
        boolean must = body.path("message_reference").path("fail_if_not_exists").asBoolean(true);
        if (!there && must) {
            throw DiscordServerRefusal.form("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        if (there) {
            message.repliesTo(to);
        }
    }
}
