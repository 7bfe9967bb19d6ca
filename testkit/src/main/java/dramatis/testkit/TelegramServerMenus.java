package dramatis.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The lists of commands that a bot registered, each for a scope and a language, and its descriptions. */
final class TelegramServerMenus {
    private static final Pattern COMMAND = Pattern.compile("/?[a-z0-9_]{1,32}");
    private static final List<String> WIDE =
            List.of("default", "all_private_chats", "all_group_chats", "all_chat_administrators");
    private static final List<String> NARROW = List.of("chat", "chat_administrators", "chat_member");

    private final Map<String, ArrayNode> lists = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    Map<String, TelegramServerMethod> methods() {
        return Map.of(
                "setMyCommands", this::set,
                "getMyCommands", request -> lists.getOrDefault(key(request), TelegramServerJson.array()),
                "deleteMyCommands", this::delete,
                "setMyDescription", request -> describe(request, "description", 512),
                "getMyDescription", request -> described(request, "description"),
                "setMyShortDescription", request -> describe(request, "short_description", 120),
                "getMyShortDescription", request -> described(request, "short_description"));
    }

    /** The names of the commands of a scope, such as {@code default} or {@code chat -1001}, and a language. */
    List<String> names(String scope, String language) {
        return lists.getOrDefault(scope + "|" + language, TelegramServerJson.array())
                .valueStream()
                .map(it -> it.path("command").asString(""))
                .toList();
    }

    /** What somebody is offered in a chat, by the order in which the Bot API's documentation looks for it. */
    List<String> offered(TelegramServerPerson person, TelegramServerChat chat) {
        Stream<String> scopes = chat.type() == TelegramServerChat.Type.PRIVATE
                ? Stream.of("chat " + chat.id(), "all_private_chats", "default")
                : Stream.of(
                                "chat_member " + chat.id() + " " + person.id(),
                                "chat_administrators " + chat.id(),
                                "chat " + chat.id(),
                                "all_chat_administrators",
                                "all_group_chats",
                                "default")
                        .filter(it -> chat.member(person).administers() || !it.contains("administrators"));
        return scopes.flatMap(it -> Stream.of(it + "|" + person.language(), it + "|"))
                .filter(lists::containsKey)
                .findFirst()
                .map(it -> names(it.substring(0, it.indexOf('|')), it.substring(it.indexOf('|') + 1)))
                .orElse(List.of());
    }

    private JsonNode set(TelegramServerRequest request) {
        String key = key(request);
        ArrayNode commands = TelegramServerJson.array();
        request.json("commands").valueStream().forEach(it -> commands.add(checked(it)));
        if (commands.size() > 100) {
            throw TelegramServerError.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        lists.put(key, commands);
        return BooleanNode.TRUE;
    }

    private static ObjectNode checked(JsonNode command) {
        String name = command.path("command").asString("");
        String description = command.path("description").asString("");
        if (!COMMAND.matcher(name).matches()) {
            throw TelegramServerError.badRequest("BOT_COMMAND_INVALID");
        }
        if (description.isBlank() || description.length() > 256) {
            throw TelegramServerError.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        ObjectNode kept = TelegramServerJson.object();
        return kept.put("command", name.replace("/", "")).put("description", description);
    }

    private JsonNode delete(TelegramServerRequest request) {
        lists.remove(key(request));
        return BooleanNode.TRUE;
    }

    private static String key(TelegramServerRequest request) {
        JsonNode scope = request.json("scope");
        String type = scope.path("type").asString("default");
        String chat = scope.path("chat_id").asString("");
        if (!WIDE.contains(type) && !NARROW.contains(type)) {
            throw TelegramServerError.badRequest("can't parse BotCommandScope: Unsupported type specified");
        }
        if (NARROW.contains(type) && chat.isEmpty()) {
            throw TelegramServerError.badRequest("can't parse BotCommandScope: Empty chat_id specified");
        }
        return (type + " " + chat + " " + scope.path("user_id").asString("")).strip() + "|" + language(request);
    }

    private static String language(TelegramServerRequest request) {
        String language = request.text("language_code");
        if (!language.isEmpty() && !language.matches("[a-z]{2}")) {
            throw TelegramServerError.badRequest("invalid language code specified");
        }
        return language;
    }

    private JsonNode describe(TelegramServerRequest request, String name, int longest) {
        if (request.text(name).length() > longest) {
            throw TelegramServerError.badRequest(name + " is too long");
        }
        texts.put(name + "|" + language(request), request.text(name));
        return BooleanNode.TRUE;
    }

    private JsonNode described(TelegramServerRequest request, String name) {
        String text = texts.getOrDefault(name + "|" + language(request), texts.getOrDefault(name + "|", ""));
        return TelegramServerJson.object().put(name, text);
    }
}
