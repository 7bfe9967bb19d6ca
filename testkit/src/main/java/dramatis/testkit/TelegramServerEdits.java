package dramatis.testkit;

import static dramatis.testkit.TelegramServerChat.Type.PRIVATE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot changes of messages, and what it deletes. */
final class TelegramServerEdits {
    private final TelegramServerWorld world;
    private final TelegramServerChats chats;
    private final TelegramServerPace pace;

    TelegramServerEdits(TelegramServerWorld world, TelegramServerChats chats, TelegramServerPace pace) {
        this.world = world;
        this.chats = chats;
        this.pace = pace;
    }

    Map<String, TelegramServerMethod> methods() {
        return Map.of(
                "editMessageText", this::text,
                "editMessageReplyMarkup", this::markup,
                "deleteMessage", this::delete,
                "deleteMessages", this::deleteAll);
    }

    private JsonNode text(TelegramServerRequest request) {
        TelegramServerMessage message = own(request);
        if (request.text("text").isBlank()) {
            throw TelegramServerError.badRequest("message text is empty");
        }
        ObjectNode next = message.last();
        if (!next.has("text")) {
            throw TelegramServerError.badRequest("there is no text in the message to edit");
        }
        next.remove("entities");
        TelegramServerText.checked(request, "text", TelegramServerSends.LONGEST_TEXT)
                .into(next, false);
        return change(message, next, request);
    }

    private JsonNode markup(TelegramServerRequest request) {
        TelegramServerMessage message = own(request);
        return change(message, message.last(), request);
    }

    /** Without a keyboard in the request the message loses its own. */
    private JsonNode change(TelegramServerMessage message, ObjectNode next, TelegramServerRequest request) {
        Optional<JsonNode> keyboard = TelegramServerMarkup.inline(request);
        next.remove("reply_markup");
        keyboard.ifPresent(it -> next.set("reply_markup", it));
        if (next.equals(message.last())) {
            throw TelegramServerError.badRequest("message is not modified: specified new message content and reply"
                    + " markup are exactly the same as a current content and reply markup of the message");
        }
        pace.message(message.chat());
        next.put("edit_date", TelegramServerWorld.now());
        message.edit(next);
        message.requestedBy(request);
        return message.json();
    }

    private TelegramServerMessage own(TelegramServerRequest request) {
        TelegramServerMessage message = chats.writable(request)
                .message((int) request.number("message_id"))
                .filter(it -> !it.deleted())
                .orElseThrow(() -> TelegramServerError.badRequest("message to edit not found"));
        if (!message.ofBot()) {
            throw TelegramServerError.badRequest("message can't be edited");
        }
        return message;
    }

    private JsonNode delete(TelegramServerRequest request) {
        TelegramServerMessage message = chats.writable(request)
                .message((int) request.number("message_id"))
                .filter(it -> !it.deleted())
                .orElseThrow(() -> TelegramServerError.badRequest("message to delete not found"));
        delete(List.of(message), request);
        return BooleanNode.TRUE;
    }

    /** Those that are not there are passed over. */
    private JsonNode deleteAll(TelegramServerRequest request) {
        TelegramServerChat chat = chats.writable(request);
        List<Integer> ids =
                request.json("message_ids").valueStream().map(it -> it.asInt(0)).toList();
        if (ids.isEmpty()) {
            throw TelegramServerError.badRequest("message identifiers are not specified");
        }
        if (ids.size() > 100) {
            throw TelegramServerError.badRequest("too many message identifiers specified");
        }
        delete(
                ids.stream()
                        .flatMap(id -> chat.message(id).stream())
                        .filter(it -> !it.deleted())
                        .toList(),
                request);
        return BooleanNode.TRUE;
    }

    private void delete(List<TelegramServerMessage> messages, TelegramServerRequest request) {
        for (TelegramServerMessage message : messages) {
            TelegramServerChat chat = message.chat();
            if (!message.ofBot()
                    && chat.type() != PRIVATE
                    && !chat.member(world.bot()).administers()) {
                throw TelegramServerError.badRequest("message can't be deleted");
            }
        }
        messages.forEach(message -> {
            message.delete();
            message.requestedBy(request);
        });
    }
}
