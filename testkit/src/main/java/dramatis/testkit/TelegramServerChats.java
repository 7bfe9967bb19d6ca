package dramatis.testkit;

import static dramatis.testkit.TelegramServerChat.Type.CHANNEL;
import static dramatis.testkit.TelegramServerChat.Type.GROUP;
import static dramatis.testkit.TelegramServerChat.Type.PRIVATE;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;

/** Finds the chat of a request, as far as the bot may go there, and answers what is asked about chats. */
final class TelegramServerChats {
    private final TelegramServerWorld world;

    TelegramServerChats(TelegramServerWorld world) {
        this.world = world;
    }

    Map<String, TelegramServerMethod> methods() {
        return Map.of(
                "getChat", request -> find(request).fullJson(),
                "getChatMember", this::member,
                "getChatAdministrators", this::administrators,
                "getChatMemberCount", request -> IntNode.valueOf(count(readable(request))),
                "leaveChat", this::leave);
    }

    /** A chat that the bot may write in. */
    TelegramServerChat writable(TelegramServerRequest request) {
        TelegramServerChat chat = find(request);
        if (chat.type() == PRIVATE) {
            requirePerson(chat);
            return chat;
        }
        readable(request);
        if (chat.type() == CHANNEL && !chat.member(world.bot()).administers()) {
            throw TelegramServerError.badRequest("need administrator rights in the channel chat");
        }
        if (chat.silent()) {
            throw TelegramServerError.badRequest("not enough rights to send text messages to the chat");
        }
        return chat;
    }

    private void requirePerson(TelegramServerChat chat) {
        String status = chat.member(world.bot()).status();
        if (status.equals("kicked")) {
            throw TelegramServerError.forbidden("bot was blocked by the user");
        }
        if (!status.equals("member")) {
            throw world.seen(chat.id())
                    ? TelegramServerError.forbidden("bot can't initiate conversation with a user")
                    : TelegramServerError.badRequest("chat not found");
        }
    }

    /** A chat whose members the bot may see. */
    private TelegramServerChat readable(TelegramServerRequest request) {
        TelegramServerChat chat = find(request);
        chat.successor().ifPresent(it -> {
            throw TelegramServerError.migrated(it.id());
        });
        String kind = (chat.type() == GROUP ? "group" : chat.type().name().toLowerCase(Locale.ROOT)) + " chat";
        String status = chat.member(world.bot()).status();
        if (status.equals("kicked") && chat.type() != PRIVATE) {
            throw TelegramServerError.forbidden("bot was kicked from the " + kind);
        }
        if (status.equals("left") && chat.type() != PRIVATE) {
            throw TelegramServerError.forbidden("bot is not a member of the " + kind);
        }
        return chat;
    }

    private TelegramServerChat find(TelegramServerRequest request) {
        if (request.text("chat_id").isEmpty()) {
            throw TelegramServerError.badRequest("chat_id is empty");
        }
        return world.chat(request.number("chat_id"))
                .filter(it -> it.type() != PRIVATE
                        || world.seen(it.id())
                        || !it.member(world.bot()).status().equals("left"))
                .orElseThrow(() -> TelegramServerError.badRequest("chat not found"));
    }

    private JsonNode member(TelegramServerRequest request) {
        TelegramServerChat chat = readable(request);
        return world.person(request.number("user_id"))
                .map(chat::member)
                .orElseThrow(() -> TelegramServerError.badRequest("invalid user_id specified"))
                .json();
    }

    private JsonNode administrators(TelegramServerRequest request) {
        TelegramServerChat chat = readable(request);
        if (chat.type() == PRIVATE) {
            throw TelegramServerError.badRequest("there are no administrators in the private chat");
        }
        ArrayNode found = TelegramServerJson.array();
        chat.members().stream()
                .filter(TelegramServerMember::administers)
                .filter(it -> !it.person().bot() || it.person().equals(world.bot()))
                .forEach(it -> found.add(it.json()));
        return found;
    }

    private static int count(TelegramServerChat chat) {
        return chat.type() == PRIVATE ? 2 : chat.members().size();
    }

    private JsonNode leave(TelegramServerRequest request) {
        TelegramServerChat chat = readable(request);
        world.admit(chat, world.bot(), world.bot(), "left");
        return BooleanNode.TRUE;
    }
}
