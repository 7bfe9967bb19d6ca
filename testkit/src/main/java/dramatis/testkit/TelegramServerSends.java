package dramatis.testkit;

import static dramatis.testkit.TelegramServerChat.Type.PRIVATE;
import static dramatis.testkit.TelegramServerChat.Type.SUPERGROUP;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot sends into chats. */
final class TelegramServerSends {
    static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private final TelegramServerWorld world;
    private final TelegramServerChats chats;
    private final TelegramServerPace pace;

    TelegramServerSends(TelegramServerWorld world, TelegramServerChats chats, TelegramServerPace pace) {
        this.world = world;
        this.chats = chats;
        this.pace = pace;
    }

    Map<String, TelegramServerMethod> methods() {
        return Map.of(
                "sendMessage", this::message,
                "sendDocument", request -> media(request, "document"),
                "sendPhoto", request -> media(request, "photo"),
                "sendChatAction", this::action,
                "sendMessageDraft", this::draft);
    }

    private JsonNode message(TelegramServerRequest request) {
        TelegramServerChat chat = chats.writable(request);
        if (request.text("text").isBlank()) {
            throw TelegramServerError.badRequest("message text is empty");
        }
        ObjectNode body = TelegramServerJson.object();
        TelegramServerText.checked(request, "text", LONGEST_TEXT).into(body, false);
        return send(chat, request, body);
    }

    private JsonNode media(TelegramServerRequest request, String kind) {
        TelegramServerChat chat = chats.writable(request);
        TelegramServerFile file = file(request, kind);
        ObjectNode body = TelegramServerJson.object();
        TelegramServerMedia.put(body, kind, file);
        if (!request.text("caption").isEmpty()) {
            TelegramServerText.checked(request, "caption", LONGEST_CAPTION).into(body, true);
        }
        return send(chat, request, body);
    }

    /** A file in a part of the form, {@code attach://} and the part's name, or one that is known by its id. */
    private TelegramServerFile file(TelegramServerRequest request, String kind) {
        String name = request.text(kind).replaceFirst("^attach://", "");
        return Optional.ofNullable(request.files().get(name.isEmpty() ? kind : name))
                .or(() -> world.file(name))
                .orElseThrow(() -> TelegramServerError.badRequest(
                        name.isEmpty()
                                ? "there is no " + kind + " in the request"
                                : "wrong file identifier/HTTP URL specified"));
    }

    private JsonNode send(TelegramServerChat chat, TelegramServerRequest request, ObjectNode body) {
        Optional<TelegramServerMessage> reply = reply(chat, request);
        int topic = topic(chat, request);
        TelegramServerMarkup.inline(request).ifPresent(it -> body.set("reply_markup", it));
        pace.message(chat);
        TelegramServerAuthor author = TelegramServerAuthor.bot(world.bot(), chat);
        TelegramServerMessage message = world.write(chat, author, topic, reply, body);
        message.requestedBy(request);
        world.forward(message, body);
        return message.json();
    }

    private static Optional<TelegramServerMessage> reply(TelegramServerChat chat, TelegramServerRequest request) {
        JsonNode parameters = request.json("reply_parameters");
        int id = parameters.path("message_id").asInt((int) request.number("reply_to_message_id"));
        if (id == 0) {
            return Optional.empty();
        }
        Optional<TelegramServerMessage> found = chat.message(id).filter(it -> !it.deleted());
        boolean optional =
                parameters.path("allow_sending_without_reply").asBoolean(request.flag("allow_sending_without_reply"));
        if (found.isEmpty() && !optional) {
            throw TelegramServerError.badRequest("message to be replied not found");
        }
        return found;
    }

    /** The topic to send into: the number is passed over where there cannot be topics. */
    private static int topic(TelegramServerChat chat, TelegramServerRequest request) {
        int thread = (int) request.number("message_thread_id");
        boolean possible = chat.type() == PRIVATE || (chat.type() == SUPERGROUP && chat.forum());
        if (thread == 0 || !possible) {
            return 0;
        }
        if (chat.message(thread)
                .filter(it -> it.json().has("forum_topic_created"))
                .isEmpty()) {
            throw TelegramServerError.badRequest("message thread not found");
        }
        return thread;
    }

    private JsonNode action(TelegramServerRequest request) {
        if (!ACTIONS.contains(request.text("action"))) {
            throw TelegramServerError.badRequest("wrong parameter action in request");
        }
        TelegramServerChat chat = chats.writable(request);
        chat.add(new TelegramServerAction(request.text("action"), topic(chat, request)));
        return BooleanNode.TRUE;
    }

    private JsonNode draft(TelegramServerRequest request) {
        TelegramServerChat chat = chats.writable(request);
        TelegramServerText text = TelegramServerText.checked(request, "text", LONGEST_TEXT);
        if (chat.type() != PRIVATE) {
            throw TelegramServerError.badRequest("TEXTDRAFT_PEER_INVALID");
        }
        if (request.number("draft_id") == 0) {
            throw TelegramServerError.badRequest("RANDOM_ID_INVALID");
        }
        topic(chat, request);
        chat.add(new TelegramServerDraft(
                request.number("draft_id"),
                text.text(),
                text.entities().valueStream().toList()));
        return BooleanNode.TRUE;
    }
}
