package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A text with its entities, in UTF-16 units, as the server keeps it: without space around it. */
record TelegramServerText(String text, ArrayNode entities) {
    private static final Pattern FOUND = Pattern.compile(
            "(?<![\\w/@])/[A-Za-z0-9_]{1,64}(?:@\\w{3,32})?(?![\\w/])|(?<!\\w)@\\w{3,32}|https?://\\S+");
    private static final Set<String> MODES = Set.of("", "none", "html", "markdown", "markdownv2");
    private static final int LONGEST_BYTES = 1 << 15;

    TelegramServerText {
        requireNonNull(text, "text");
        requireNonNull(entities, "entities");
    }

    /** What a person wrote, with the entities that the server finds itself: commands, mentions, addresses. */
    static TelegramServerText found(String text) {
        ArrayNode entities = TelegramServerJson.array();
        Matcher matcher = FOUND.matcher(text);
        while (matcher.find()) {
            char first = text.charAt(matcher.start());
            String type = first == '/' ? "bot_command" : first == '@' ? "mention" : "url";
            entities.add(entity(type, matcher.start(), matcher.end() - matcher.start()));
        }
        return new TelegramServerText(text, entities);
    }

    /** What the bot wrote, checked; markup of a parse mode is left as it is. */
    static TelegramServerText checked(TelegramServerRequest request, String name, int longest) {
        String text = request.text(name);
        if (text.getBytes(UTF_8).length > LONGEST_BYTES) {
            throw TelegramServerError.badRequest("text is too long");
        }
        if (!MODES.contains(request.text("parse_mode").toLowerCase(Locale.ROOT))) {
            throw TelegramServerError.badRequest("unsupported parse_mode");
        }
        JsonNode given = request.json(name.equals("caption") ? "caption_entities" : "entities");
        TelegramServerText checked =
                new TelegramServerText(text, entities(text, given.valueStream().toList())).trimmed();
        if (checked.text.length() > longest) {
            throw TelegramServerError.badRequest(
                    name.equals("caption") ? "message caption is too long" : "message is too long");
        }
        return checked;
    }

    private static ArrayNode entities(String text, List<JsonNode> given) {
        ArrayNode entities = TelegramServerJson.array();
        for (JsonNode entity : given) {
            int offset = entity.path("offset").asInt(-1);
            int length = entity.path("length").asInt(-1);
            if (offset < 0 || entity.path("type").asString("").isEmpty()) {
                throw TelegramServerError.badRequest("receive an entity with incorrect offset " + offset);
            }
            if (length <= 0) {
                throw TelegramServerError.badRequest("receive an entity with incorrect length " + length);
            }
            require(text, offset, offset + length);
            entities.add(entity);
        }
        return entities;
    }

    private static void require(String text, int from, int to) {
        if (to > text.length()) {
            throw TelegramServerError.badRequest("entity beginning at UTF-16 offset " + from
                    + " ends after the end of the text at UTF-16 offset " + to);
        }
        if (inside(text, from)) {
            throw TelegramServerError.badRequest(
                    "entity begins in a middle of a UTF-16 symbol at UTF-16 offset " + from);
        }
        if (inside(text, to)) {
            throw TelegramServerError.badRequest("entity beginning at UTF-16 offset " + from
                    + " ends in a middle of a UTF-16 symbol at UTF-16 offset " + to);
        }
    }

    private static boolean inside(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    /** Spaces and line ends go from the end, and from the beginning up to the first entity. */
    private TelegramServerText trimmed() {
        int first = entities.valueStream()
                .mapToInt(it -> it.path("offset").asInt(0))
                .min()
                .orElse(text.length());
        int from = 0;
        while (from < first && " \n".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int to = text.length();
        while (to > from && " \n".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return new TelegramServerText(text.substring(from, to), moved(from, to));
    }

    private ArrayNode moved(int from, int to) {
        ArrayNode moved = TelegramServerJson.array();
        for (JsonNode entity : entities) {
            int begin = entity.path("offset").asInt(0);
            int end = Math.min(to, begin + entity.path("length").asInt(0));
            if (begin < end) {
                ObjectNode copy = (ObjectNode) entity.deepCopy();
                moved.add(copy.put("offset", begin - from).put("length", end - begin));
            }
        }
        return moved;
    }

    /** Writes it into a Message object, as its text or its caption. */
    void into(ObjectNode message, boolean caption) {
        message.put(caption ? "caption" : "text", text);
        if (!entities.isEmpty()) {
            message.set(caption ? "caption_entities" : "entities", entities);
        }
    }

    private static ObjectNode entity(String type, int offset, int length) {
        ObjectNode entity = TelegramServerJson.object();
        return entity.put("type", type).put("offset", offset).put("length", length);
    }
}
