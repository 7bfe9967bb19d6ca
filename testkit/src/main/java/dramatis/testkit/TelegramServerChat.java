package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A chat of a {@link TelegramServer}. What tests read is for any thread; the rest is guarded by the world. */
public final class TelegramServerChat {
    enum Type {
        PRIVATE,
        GROUP,
        SUPERGROUP,
        CHANNEL
    }

    private final long id;
    private final Type type;
    private final String title;
    private final boolean forum;
    private final Map<Long, TelegramServerMember> members = new ConcurrentHashMap<>();
    private final Map<Integer, TelegramServerMessage> messages = new ConcurrentSkipListMap<>();
    private final List<TelegramServerAction> actions = new CopyOnWriteArrayList<>();
    private final List<TelegramServerDraft> drafts = new CopyOnWriteArrayList<>();
    private volatile Optional<TelegramServerChat> successor = Optional.empty();
    private volatile Optional<TelegramServerChat> linked = Optional.empty();
    /** Set when the bot was added: switching privacy later changes nothing in a group that it is in. */
    private volatile boolean openToBot;
    /** The bot that wrote last, or 0: commands without a name are that one's. */
    private volatile long lastBot;

    private volatile boolean silent;
    private int lastMessage;

    TelegramServerChat(long id, Type type, String title, boolean forum) {
        this.id = id;
        this.type = requireNonNull(type, "type");
        this.title = requireNonNull(title, "title");
        this.forum = forum;
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** What is in it now, oldest first, service messages included. */
    public List<TelegramServerMessage> messages() {
        return messages.values().stream().filter(it -> !it.deleted()).toList();
    }

    /** What the bot wrote and nobody deleted, oldest first. */
    public List<TelegramServerMessage> ofBot() {
        return messages().stream().filter(TelegramServerMessage::ofBot).toList();
    }

    /** The texts of what the bot wrote and nobody deleted, oldest first. */
    public List<String> textsOfBot() {
        return ofBot().stream().map(TelegramServerMessage::text).toList();
    }

    /** What was deleted, oldest first. */
    public List<TelegramServerMessage> deletions() {
        return messages.values().stream().filter(TelegramServerMessage::deleted).toList();
    }

    /** The message of that number, be it deleted or not. */
    public Optional<TelegramServerMessage> message(int number) {
        return Optional.ofNullable(messages.get(number));
    }

    /** The chat actions, such as {@code typing}, in the order of their coming. */
    public List<TelegramServerAction> actions() {
        return List.copyOf(actions);
    }

    /** The message drafts as they were streamed; those of one id are states of one draft. */
    public List<TelegramServerDraft> drafts() {
        return List.copyOf(drafts);
    }

    Type type() {
        return type;
    }

    boolean forum() {
        return forum;
    }

    int nextMessage() {
        return ++lastMessage;
    }

    void add(TelegramServerMessage message) {
        messages.put(message.id(), message);
    }

    void add(TelegramServerAction action) {
        actions.add(action);
    }

    void add(TelegramServerDraft draft) {
        drafts.add(draft);
    }

    TelegramServerMember member(TelegramServerPerson person) {
        return members.getOrDefault(person.id(), new TelegramServerMember(person, "left"));
    }

    List<TelegramServerMember> members() {
        return members.values().stream().filter(TelegramServerMember::present).toList();
    }

    /** Sets what somebody is here, and says what it was. */
    TelegramServerMember admit(TelegramServerPerson person, String status) {
        TelegramServerMember before = member(person);
        members.put(person.id(), new TelegramServerMember(person, status));
        return before;
    }

    Optional<TelegramServerChat> successor() {
        return successor;
    }

    void becomes(TelegramServerChat supergroup) {
        successor = Optional.of(supergroup);
    }

    Optional<TelegramServerChat> linked() {
        return linked;
    }

    void link(TelegramServerChat other) {
        linked = Optional.of(other);
    }

    boolean openToBot() {
        return openToBot;
    }

    void openToBot(boolean open) {
        openToBot = open;
    }

    long lastBot() {
        return lastBot;
    }

    void lastBot(long bot) {
        lastBot = bot;
    }

    boolean silent() {
        return silent;
    }

    void silent(boolean now) {
        silent = now;
    }

    /** As a Chat object. */
    ObjectNode json() {
        ObjectNode json = TelegramServerJson.object();
        json.put("id", id);
        json.put("type", type.name().toLowerCase(Locale.ROOT));
        if (type == Type.PRIVATE) {
            json.put("first_name", title);
        } else {
            json.put("title", title);
        }
        if (forum) {
            json.put("is_forum", true);
        }
        return json;
    }

    /** As a ChatFullInfo object. */
    JsonNode fullJson() {
        ObjectNode json = json();
        json.put("accent_color_id", Math.floorMod(id, 7));
        json.put("max_reaction_count", 11);
        linked.ifPresent(it -> json.put("linked_chat_id", it.id()));
        ObjectNode gifts = json.putObject("accepted_gift_types");
        List.of("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
                .forEach(kind -> gifts.put(kind, false));
        return json;
    }
}
