package dramatis.testkit;

import static dramatis.testkit.TelegramServerChat.Type.CHANNEL;
import static dramatis.testkit.TelegramServerChat.Type.GROUP;
import static dramatis.testkit.TelegramServerChat.Type.SUPERGROUP;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Bot API server with people, on a port of loopback, for one bot. What it answers follows the Bot API's documentation
 * (core.telegram.org/bots/api) and its open server, tdlib/telegram-bot-api, down to the texts of refusals.
 *
 * <pre>{@code
 * try (TelegramServer server = TelegramServer.start()) {
 *     TelegramServerPerson mina = server.person("Mina");
 *     TelegramServerChat group = server.addsBot(mina, server.supergroup("Whitby", mina));
 *     server.says(mina, group, "/start@testing_bot");
 *     await().until(() -> !group.ofBot().isEmpty());
 * }
 * }</pre>
 *
 * It does less than Telegram: markup of a parse mode stays in the text, a repeated poll is not slowed down, and
 * conflicts are answered at once. For any thread.
 */
public final class TelegramServer implements AutoCloseable {
    private static final String TOKEN = "7000000001:AAtesting-token-of-nobody";

    private final TelegramServerWorld world = new TelegramServerWorld();
    private final TelegramServerStage stage = new TelegramServerStage(world);
    private final TelegramServerPace pace = new TelegramServerPace();
    private final TelegramServerMenus menus = new TelegramServerMenus();
    private final TelegramServerFaults faults = new TelegramServerFaults();
    private final TelegramServerHttp http =
            new TelegramServerHttp(TOKEN, world, new TelegramServerMethods(world, pace, menus), faults);

    private TelegramServer() {}

    /** A server that listens, without people, with privacy mode on and without rate limits. */
    public static TelegramServer start() {
        TelegramServer server = new TelegramServer();
        server.http.up();
        return server;
    }

    /** Where it listens, without a path: {@code http://127.0.0.1:PORT}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.port());
    }

    public String token() {
        return TOKEN;
    }

    /** The bot whose token it is. */
    public TelegramServerPerson bot() {
        return world.bot();
    }

    /** Dies: connections break, and new ones are refused until it is {@link #up} again. */
    public void down() {
        http.down();
    }

    /** Listens again, on the same port. */
    public void up() {
        http.up();
    }

    @Override
    public void close() {
        http.close();
    }

    /** Switches privacy mode; in groups it holds for bots that are added later, as with Telegram. */
    public void privacy(boolean on) {
        stage.run(() -> world.privacy(on));
    }

    /** Answers 429 to a bot that writes more. */
    public void limits(TelegramServerLimits limits) {
        stage.run(() -> pace.limits(limits));
    }

    /** How many messages the limits refused. */
    public int limited() {
        return stage.locked(pace::refused);
    }

    /** Lets the next requests go wrong, one fault each; polls for updates, deleteWebhook and getMe are not meant. */
    public void failNext(TelegramServerFault... some) {
        faults.next(List.of(some));
    }

    /** Lets the next requests of a method go wrong, one fault each. */
    public void failNext(String method, TelegramServerFault... some) {
        faults.next(method, List.of(some));
    }

    /** Lets a share of requests go wrong; of these methods, or where there are none of all that are not polls. */
    public void failSome(long seed, double share, Set<String> methods, TelegramServerFault... some) {
        faults.schedule(seed, share, methods, List.of(some));
    }

    /** Nothing goes wrong any more, except what hangs already. */
    public void heal() {
        faults.heal();
    }

    /** Lets what hangs now go on. */
    public void goOn() {
        http.goOn();
    }

    /** How often a fault happened. */
    public int fired(TelegramServerFault fault) {
        return faults.fired(fault);
    }

    /** How often each fault happened. */
    public Map<TelegramServerFault, Integer> fired() {
        return faults.fired();
    }

    /** Every request so far, in the order of their coming, polls included. */
    public List<TelegramServerRequest> requests() {
        return http.requests();
    }

    /** The requests of a method, whatever became of them. */
    public List<TelegramServerRequest> requests(String method) {
        return requests().stream().filter(it -> it.method().equals(method)).toList();
    }

    /** Drives the updates that wait for the bot. */
    public TelegramServerQueue updates() {
        return new TelegramServerQueue(world, stage);
    }

    /** What the bot answered to buttons, in the order of its answers. */
    public List<TelegramServerAnswer> callbackAnswers() {
        return List.copyOf(world.answers());
    }

    /** From now on answers to buttons that were pressed come too late. */
    public void callbacksExpire() {
        stage.run(() -> world.openCallbacks().clear());
    }

    /** The commands of a scope, such as {@code default} or {@code chat -1001}, and a language, which may be empty. */
    public List<String> menu(String scope, String language) {
        return stage.locked(() -> menus.names(scope, language));
    }

    /** The commands that somebody is offered in a chat. */
    public List<String> menuFor(TelegramServerPerson person, TelegramServerChat chat) {
        return stage.locked(() -> menus.offered(person, chat));
    }

    /** Somebody whose language is English. */
    public TelegramServerPerson person(String name) {
        return person(name, "en");
    }

    public TelegramServerPerson person(String name, String language) {
        return stage.locked(() -> world.person(name, language, false));
    }

    /** A bot other than the one whose server this is. */
    public TelegramServerPerson otherBot(String name) {
        return stage.locked(() -> world.person(name, "", true));
    }

    /** Somebody's chat with the bot; the bot cannot write there before they do. */
    public TelegramServerChat privateChat(TelegramServerPerson person) {
        return stage.locked(() -> world.chat(person.id()).orElseThrow());
    }

    /** A basic group, without the bot. */
    public TelegramServerChat group(String title, TelegramServerPerson owner, TelegramServerPerson... others) {
        return stage.open(GROUP, title, false, owner, others);
    }

    /** A supergroup, without the bot. */
    public TelegramServerChat supergroup(String title, TelegramServerPerson owner, TelegramServerPerson... others) {
        return stage.open(SUPERGROUP, title, false, owner, others);
    }

    /** A supergroup with topics, without the bot. */
    public TelegramServerChat forum(String title, TelegramServerPerson owner, TelegramServerPerson... others) {
        return stage.open(SUPERGROUP, title, true, owner, others);
    }

    /** A channel, without the bot. */
    public TelegramServerChat channel(String title, TelegramServerPerson owner) {
        return stage.open(CHANNEL, title, false, owner);
    }

    /** Somebody says something in a chat; in a private one that starts the bot. */
    public TelegramServerMessage says(TelegramServerPerson person, TelegramServerChat chat, String text) {
        return writes(person, chat).text(text);
    }

    /** Somebody replies. */
    public TelegramServerMessage replies(TelegramServerPerson person, TelegramServerMessage other, String text) {
        return writes(person, other.chat()).replyingTo(other).text(text);
    }

    /** Somebody begins a message of another kind. */
    public TelegramServerPost writes(TelegramServerPerson person, TelegramServerChat chat) {
        return new TelegramServerPost(world, person, chat);
    }

    /** Somebody changes the text or caption of their message. */
    public void edits(TelegramServerMessage message, String text) {
        stage.edit(message, text);
    }

    /** Somebody deletes a message; bots are not told. */
    public void deletes(TelegramServerMessage message) {
        message.delete();
    }

    /** Somebody presses the button with that data; gives the callback query's id. */
    public String presses(TelegramServerPerson person, TelegramServerMessage message, String data) {
        return stage.press(person, message, data);
    }

    /** What people do to chats and their members. */
    public TelegramServerMemberships chats() {
        return new TelegramServerMemberships(world, stage);
    }

    /** Somebody adds the bot to a group, or to a channel as an administrator; gives that chat. */
    public TelegramServerChat addsBot(TelegramServerPerson actor, TelegramServerChat chat) {
        stage.add(actor, chat, world.bot());
        return chat;
    }

    /** Somebody makes a topic in a forum. */
    public TelegramServerTopic topic(TelegramServerPerson person, TelegramServerChat forum, String name) {
        return stage.topic(forum, person, name);
    }
}
