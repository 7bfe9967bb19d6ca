package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A message in a chat of a {@link TelegramServer}, with what became of it. For any thread. */
public final class TelegramServerMessage {
    private final TelegramServerChat chat;
    private final int id;
    private final boolean ofBot;
    private final List<ObjectNode> versions = new CopyOnWriteArrayList<>();
    private final List<TelegramServerRequest> requests = new CopyOnWriteArrayList<>();
    private volatile boolean deleted;

    TelegramServerMessage(TelegramServerChat chat, int id, boolean ofBot, ObjectNode first) {
        this.chat = requireNonNull(chat, "chat");
        this.id = id;
        this.ofBot = ofBot;
        versions.add(first.deepCopy());
    }

    public TelegramServerChat chat() {
        return chat;
    }

    public int id() {
        return id;
    }

    /** Its text, or its caption; empty without either. */
    public String text() {
        return text(last());
    }

    /** What it said from its first version to its last; one text where only its buttons changed. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (ObjectNode version : versions) {
            if (texts.isEmpty() || !texts.get(texts.size() - 1).equals(text(version))) {
                texts.add(text(version));
            }
        }
        return List.copyOf(texts);
    }

    /** The MessageEntity objects of its text or caption; empty without any. */
    public List<JsonNode> entities() {
        ObjectNode last = last();
        return last.path(last.has("text") ? "entities" : "caption_entities")
                .valueStream()
                .toList();
    }

    /** The reply markup that the bot sent with its last version, a ForceReply included; a missing node without one. */
    public JsonNode markup() {
        JsonNode shown = last().path("reply_markup");
        return shown.isMissingNode() && !requests.isEmpty()
                ? requests.get(requests.size() - 1).json("reply_markup")
                : shown;
    }

    /** Its inline buttons, row by row. */
    public List<TelegramServerButton> buttons() {
        return last().path("reply_markup")
                .path("inline_keyboard")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(it -> new TelegramServerButton(
                        it.path("text").asString(""), it.path("callback_data").asString("")))
                .toList();
    }

    /** The topic's or thread's number that it carries. */
    public OptionalInt threadId() {
        return number(last().path("message_thread_id"));
    }

    /** The number of the message that it replies to; in a topic the topic's own where it replies to nothing else. */
    public OptionalInt replyTo() {
        return number(last().path("reply_to_message").path("message_id"));
    }

    /** Whether the bot wrote it. */
    public boolean ofBot() {
        return ofBot;
    }

    public boolean deleted() {
        return deleted;
    }

    /** The requests of the bot that made, edited or deleted it, in the order of their coming. */
    public List<TelegramServerRequest> requests() {
        return List.copyOf(requests);
    }

    /** As a Message object, as it is now. */
    public JsonNode json() {
        return last();
    }

    ObjectNode last() {
        return versions.get(versions.size() - 1).deepCopy();
    }

    /** As it stands in a reply to it. */
    ObjectNode quoted() {
        ObjectNode json = last();
        json.remove("reply_to_message");
        return json;
    }

    void requestedBy(TelegramServerRequest request) {
        requests.add(request);
    }

    void edit(ObjectNode next) {
        versions.add(next.deepCopy());
    }

    void delete() {
        deleted = true;
    }

    boolean service() {
        ObjectNode last = last();
        return last.has("new_chat_members")
                || last.has("left_chat_member")
                || last.has("forum_topic_created")
                || last.has("migrate_to_chat_id")
                || last.has("migrate_from_chat_id");
    }

    private static String text(ObjectNode version) {
        return version.path("text").asString(version.path("caption").asString(""));
    }

    private static OptionalInt number(JsonNode value) {
        return value instanceof MissingNode ? OptionalInt.empty() : OptionalInt.of(value.asInt(0));
    }
}
