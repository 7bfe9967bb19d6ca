package dramatis.testkit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods of the Bot API that a {@link TelegramServer} has; their names are read in any case. */
final class TelegramServerMethods {
    private static final int LARGEST_FILE = 20 << 20;

    private final TelegramServerWorld world;
    private final Map<String, TelegramServerMethod> methods = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    TelegramServerMethods(TelegramServerWorld world, TelegramServerPace pace, TelegramServerMenus menus) {
        this.world = world;
        TelegramServerChats chats = new TelegramServerChats(world);
        add(chats.methods());
        add(new TelegramServerSends(world, chats, pace).methods());
        add(new TelegramServerEdits(world, chats, pace).methods());
        add(menus.methods());
        add(Map.of(
                "getMe", request -> me(),
                "getUpdates", request -> world.updates().poll(request),
                "setWebhook", request -> webhook(request, request.text("url")),
                "deleteWebhook", request -> webhook(request, ""),
                "getWebhookInfo", request -> webhookInfo(),
                "getFile", this::file,
                "answerCallbackQuery", this::answerCallback));
    }

    private void add(Map<String, TelegramServerMethod> more) {
        methods.putAll(more);
        more.keySet().forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
    }

    /** A method's name as the Bot API writes it, or as it came where there is none. */
    String name(String asked) {
        return names.getOrDefault(asked.toLowerCase(Locale.ROOT), asked);
    }

    JsonNode call(TelegramServerRequest request) throws InterruptedException {
        TelegramServerMethod method =
                Optional.ofNullable(methods.get(request.method())).orElseThrow(TelegramServerError::notFound);
        synchronized (world) {
            return method.call(request);
        }
    }

    private JsonNode me() {
        ObjectNode json = world.bot().json();
        json.put("can_join_groups", true);
        json.put("can_read_all_group_messages", !world.privacy());
        json.put("supports_inline_queries", false);
        json.put("supports_guest_queries", false);
        json.put("can_connect_to_business", false);
        json.put("has_main_web_app", false);
        json.put("has_topics_enabled", false);
        json.put("allows_users_to_create_topics", false);
        return json.put("can_manage_bots", false);
    }

    private JsonNode webhook(TelegramServerRequest request, String url) {
        world.updates().webhook(url);
        if (request.flag("drop_pending_updates")) {
            world.updates().forget();
        }
        return BooleanNode.TRUE;
    }

    private JsonNode webhookInfo() {
        ObjectNode json = TelegramServerJson.object();
        json.put("url", world.updates().webhook());
        json.put("has_custom_certificate", false);
        return json.put("pending_update_count", world.updates().size());
    }

    private JsonNode file(TelegramServerRequest request) {
        if (!request.has("file_id")) {
            throw TelegramServerError.badRequest("file_id not specified");
        }
        TelegramServerFile file = world.file(request.text("file_id"))
                .orElseThrow(
                        () -> TelegramServerError.badRequest("wrong file_id or the file is temporarily unavailable"));
        if (file.content().length > LARGEST_FILE) {
            throw TelegramServerError.badRequest("file is too big");
        }
        return file.json().put("file_path", file.path());
    }

    private JsonNode answerCallback(TelegramServerRequest request) {
        String id = request.text("callback_query_id");
        if (!world.openCallbacks().contains(id)) {
            throw TelegramServerError.badRequest(
                    "query is too old and response timeout expired or query ID is invalid");
        }
        if (request.text("text").length() > 200) {
            throw TelegramServerError.badRequest("MESSAGE_TOO_LONG");
        }
        world.answers().add(new TelegramServerAnswer(id, request.text("text"), request.flag("show_alert")));
        return BooleanNode.TRUE;
    }
}
