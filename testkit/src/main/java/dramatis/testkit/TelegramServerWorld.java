package dramatis.testkit;

import static dramatis.testkit.TelegramServerChat.Type.CHANNEL;
import static dramatis.testkit.TelegramServerChat.Type.GROUP;
import static dramatis.testkit.TelegramServerChat.Type.PRIVATE;
import static dramatis.testkit.TelegramServerChat.Type.SUPERGROUP;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The people, chats and files of a {@link TelegramServer}. Its monitor guards all of it. */
final class TelegramServerWorld {
    private final TelegramServerPerson bot =
            new TelegramServerPerson(7_000_000_001L, "Testing", "testing_bot", "", true);
    private final TelegramServerUpdates updates = new TelegramServerUpdates(this);
    private final Map<Long, TelegramServerPerson> people = new HashMap<>();
    private final Map<Long, TelegramServerChat> chats = new HashMap<>();
    private final Map<String, TelegramServerFile> files = new HashMap<>();
    private final Set<String> openCallbacks = new HashSet<>();
    private final List<TelegramServerAnswer> answers = new CopyOnWriteArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private boolean privacy = true;
    private long lastId = 1000;
    private int lastMessage;

    TelegramServerPerson bot() {
        return bot;
    }

    TelegramServerUpdates updates() {
        return updates;
    }

    Set<String> openCallbacks() {
        return openCallbacks;
    }

    List<TelegramServerAnswer> answers() {
        return answers;
    }

    boolean privacy() {
        return privacy;
    }

    void privacy(boolean on) {
        privacy = on;
    }

    long nextId() {
        return ++lastId;
    }

    static long now() {
        return Instant.now().getEpochSecond();
    }

    TelegramServerPerson person(String name, String language, boolean isBot) {
        long id = nextId();
        String username = name.toLowerCase(Locale.ROOT).replaceAll("\\W", "_") + (isBot ? "_bot" : "");
        TelegramServerPerson person = new TelegramServerPerson(id, name, username, language, isBot);
        people.put(id, person);
        chats.put(id, new TelegramServerChat(id, PRIVATE, name, false));
        return person;
    }

    Optional<TelegramServerPerson> person(long id) {
        return id == bot.id() ? Optional.of(bot) : Optional.ofNullable(people.get(id));
    }

    /** The chat of that number; private ones have their person's. */
    Optional<TelegramServerChat> chat(long id) {
        return Optional.ofNullable(chats.get(id));
    }

    TelegramServerChat open(TelegramServerChat.Type type, String title, boolean forum) {
        long number = nextId();
        long id = type == GROUP ? -number : -1_000_000_000_000L - number;
        TelegramServerChat chat = new TelegramServerChat(id, type, title, forum);
        chats.put(id, chat);
        return chat;
    }

    TelegramServerFile file(String name, byte[] content) {
        TelegramServerFile file = new TelegramServerFile("file" + nextId(), name, content);
        files.put(file.id(), file);
        return file;
    }

    Optional<TelegramServerFile> file(String id) {
        return Optional.ofNullable(files.get(id));
    }

    /** Whether the bot has met somebody anywhere, so that it can know of them. */
    boolean seen(long person) {
        return seen.contains(person);
    }

    /**
     * Puts a message into a chat.
     *
     * @param topic the topic's number, 0 outside of topics
     * @param body the rest of it
     */
    TelegramServerMessage write(
            TelegramServerChat chat,
            TelegramServerAuthor author,
            int topic,
            Optional<TelegramServerMessage> reply,
            ObjectNode body) {
        // supergroups and channels count for themselves, all other chats together
        int id = chat.type() == SUPERGROUP || chat.type() == CHANNEL ? chat.nextMessage() : ++lastMessage;
        ObjectNode json = TelegramServerJson.object();
        json.put("message_id", id);
        json.setAll(author.fields());
        json.set("chat", chat.json());
        json.put("date", now());
        OptionalInt thread = thread(chat, topic, reply);
        thread.ifPresent(it -> json.put("message_thread_id", it));
        // without another reply a message replies to the one that began its thread
        reply.or(() -> thread.isPresent() ? chat.message(thread.getAsInt()) : Optional.empty())
                .ifPresent(it -> json.set("reply_to_message", it.quoted()));
        json.setAll(body);
        if (chat.forum() && thread.isPresent()) {
            json.put("is_topic_message", true);
        }
        TelegramServerMessage message = new TelegramServerMessage(chat, id, author.ofBot(), json);
        chat.add(message);
        if (json.path("from").path("is_bot").asBoolean(false) && !json.has("sender_chat")) {
            chat.lastBot(json.path("from").path("id").asLong(0));
        }
        return message;
    }

    private static OptionalInt thread(TelegramServerChat chat, int topic, Optional<TelegramServerMessage> reply) {
        if (topic != 0) {
            return OptionalInt.of(topic);
        }
        if (chat.type() != SUPERGROUP || reply.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt of = reply.get().threadId();
        return of.isPresent() || chat.forum() ? of : OptionalInt.of(reply.get().id());
    }

    /** Tells the bot of a message that is new or was edited, if it may know. */
    void announce(TelegramServerMessage message, boolean edited) {
        if (TelegramServerPrivacy.shows(message, bot)) {
            String kind = message.chat().type() == CHANNEL ? "channel_post" : "message";
            seen.add(message.json().path("from").path("id").asLong(0));
            updates.add(edited ? "edited_" + kind : kind, message.json());
        }
    }

    /** Lets what is posted in a channel appear in the group that is linked to it. */
    void forward(TelegramServerMessage post, ObjectNode body) {
        TelegramServerChat channel = post.chat();
        Optional<TelegramServerChat> group = channel.linked().filter(it -> channel.type() == CHANNEL);
        TelegramServerAuthor author = TelegramServerAuthor.behind(TelegramServerPerson.TELEGRAM, channel);
        ObjectNode copy = body.deepCopy();
        ObjectNode origin = copy.putObject("forward_origin").put("type", "channel");
        origin.set("chat", channel.json());
        origin.put("message_id", post.id()).put("date", now());
        copy.put("is_automatic_forward", true);
        copy.set("forward_from_chat", channel.json());
        copy.put("forward_from_message_id", post.id()).put("forward_date", now());
        group.ifPresent(it -> announce(write(it, author, 0, Optional.empty(), copy), false));
    }

    /** Changes what somebody is in a chat, and tells the bot: of itself always, of others where it administers. */
    void admit(TelegramServerChat chat, TelegramServerPerson actor, TelegramServerPerson who, String status) {
        TelegramServerMember before = chat.admit(who, status);
        TelegramServerMember after = chat.member(who);
        if (who.equals(bot) && after.present() && !before.present()) {
            chat.openToBot(!privacy);
        }
        JsonNode change = change(chat, actor, before, after);
        if (who.equals(bot)) {
            seen.add(actor.id());
            updates.add("my_chat_member", change);
        } else if (chat.member(bot).administers()) {
            updates.add("chat_member", change);
        }
    }

    private static JsonNode change(
            TelegramServerChat chat,
            TelegramServerPerson actor,
            TelegramServerMember before,
            TelegramServerMember after) {
        ObjectNode change = TelegramServerJson.object();
        change.set("chat", chat.json());
        change.set("from", actor.json());
        change.put("date", now());
        change.set("old_chat_member", before.json());
        change.set("new_chat_member", after.json());
        return change;
    }
}
