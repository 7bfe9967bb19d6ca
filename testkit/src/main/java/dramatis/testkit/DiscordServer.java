package dramatis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Discord on loopback: its REST API, version 10, and its gateway, as its documentation has them, for one application and
 * its bot. A test builds guilds, lets people speak and ask, and reads what the bot made of it. Permissions, limits of
 * texts, allowed mentions and the privileged intents hold as they do there. For any thread.
 */
public final class DiscordServer implements AutoCloseable {
    private final DiscordServerWorld world = new DiscordServerWorld();
    private final DiscordServerPortal portal = new DiscordServerPortal(world);
    private final DiscordServerGateway gateway = new DiscordServerGateway(world, portal);
    private final DiscordServerCommandRoutes commands = new DiscordServerCommandRoutes(world);
    private final DiscordServerMessageRoutes messages = new DiscordServerMessageRoutes(world, portal);
    private final DiscordServerAnswers answers = new DiscordServerAnswers(world);
    private final DiscordServerPeople people = new DiscordServerPeople(world, commands);
    private final DiscordServerRest rest;

    private DiscordServer() throws IOException {
        DiscordServerRoutes routes = new DiscordServerRoutes();
        new DiscordServerGuildRoutes(world, portal, gateway).addTo(routes);
        new DiscordServerChannelRoutes(world, portal).addTo(routes);
        messages.addTo(routes);
        commands.addTo(routes);
        answers.addTo(routes);
        new DiscordServerWebhookRoutes(world).addTo(routes);
        new DiscordServerHookPosts(world, answers).addTo(routes);
        rest = new DiscordServerRest(world, portal, routes);
    }

    public static DiscordServer start() {
        try {
            return new DiscordServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base of the REST API, with a slash at its end. */
    public String apiUrl() {
        return rest.url();
    }

    /** What the bot logs in with. */
    public String token() {
        return portal.token();
    }

    /** The bot. */
    public DiscordServerUser self() {
        return world.self();
    }

    /** The person whose application it is. */
    public DiscordServerUser owner() {
        return world.owner();
    }

    /** Switches the message content intent in the developer portal; it is on at first. */
    public void grantMessageContent(boolean on) {
        portal.messageContent(on);
    }

    /** Switches the server members intent in the developer portal; it is off at first. */
    public void grantMembers(boolean on) {
        portal.members(on);
    }

    /** A new guild with the bot in it; the application's owner owns it. */
    public DiscordServerGuild guild(String name) {
        return guild(name, owner());
    }

    /** A new guild with the bot in it, of somebody. */
    public DiscordServerGuild guild(String name, DiscordServerUser owner) {
        return world.newGuild(name, owner);
    }

    /** Somebody who is in no guild yet. */
    public DiscordServerUser person(String name) {
        return world.newUser(name, false);
    }

    public DiscordServerGateway gateway() {
        return gateway;
    }

    public DiscordServerFaults faults() {
        return rest.faults();
    }

    public DiscordServerLimits limits() {
        return rest.limits();
    }

    /** All requests that were answered or dropped, in that order. */
    public List<DiscordServerRequest> requests() {
        return rest.requests();
    }

    /** The requests of a route, such as {@code POST /channels/{channel}/messages}. */
    public List<DiscordServerRequest> requests(String route) {
        return requests().stream().filter(it -> it.route().equals(route)).toList();
    }

    /** The requests that made a message or were about it. */
    public List<DiscordServerRequest> requestsFor(DiscordServerMessage message) {
        return requests().stream()
                .filter(it -> it.messageId().equals(message.id()))
                .toList();
    }

    /** The commands that the bot offers everywhere, each as JSON. */
    public List<String> commands() {
        return commands.in("").stream().map(ObjectNode::toString).toList();
    }

    /** The names of the commands that the bot offers in this guild, those that are everywhere with them. */
    public List<String> commandNames(DiscordServerGuild guild) {
        return commands.in(guild.id()).stream()
                .map(it -> DiscordServerJson.text(it, "name"))
                .toList();
    }

    /** The private chat of the bot and this person; opened if need be. */
    public DiscordServerChannel dm(DiscordServerUser person) {
        return world.dm(person);
    }

    public DiscordServerChannel dm(DiscordServerMember person) {
        return dm(person.user());
    }

    /** The private chats that there are. */
    public List<DiscordServerChannel> dms() {
        return world.dms();
    }

    /** Some minutes pass, and Discord forgets which messages came with which nonce. */
    public void forgetNonces() {
        messages.forgetNonces();
    }

    /** How long a first answer to an interaction may take; three seconds at first. */
    public void answerWithin(Duration time) {
        answers.deadline(time);
    }

    public DiscordServerMessage says(DiscordServerMember member, DiscordServerChannel channel, String text) {
        return people.post(member, channel, text, Optional.empty(), List.of(), List.of());
    }

    public DiscordServerMessage replies(DiscordServerMember member, DiscordServerMessage to, String text) {
        return people.post(member, to.channel(), text, Optional.of(to), List.of(), List.of());
    }

    public DiscordServerMessage attaches(
            DiscordServerMember member, DiscordServerChannel channel, String text, DiscordServerFile... files) {
        return people.post(member, channel, text, Optional.empty(), List.of(files), List.of());
    }

    public DiscordServerMessage sticks(DiscordServerMember member, DiscordServerChannel channel, String... stickers) {
        return people.post(member, channel, "", Optional.empty(), List.of(), List.of(stickers));
    }

    public void edits(DiscordServerMessage message, String text) {
        people.edit(message, text);
    }

    public void deletes(DiscordServerMessage message) {
        world.delete(message);
    }

    /** A moderator deletes several messages of one channel at once. */
    public void deletes(List<DiscordServerMessage> messages) {
        world.delete(messages);
    }

    public void types(DiscordServerMember member, DiscordServerChannel channel) {
        people.type(member, channel);
    }

    /** Another application posts for a person through a webhook of its own, as PluralKit does. */
    public DiscordServerMessage proxies(String name, DiscordServerChannel channel, String text) {
        return people.proxy(name, channel, text);
    }

    /** Uses a command of these words, such as {@code persona use}; members, roles, channels and files are values too. */
    public DiscordServerInteraction slash(
            DiscordServerMember member, DiscordServerChannel channel, String words, Map<String, ?> options) {
        return people.command(member, channel, words, options, Optional.empty());
    }

    /** Types into an option of a command, and asks what there is. */
    public DiscordServerInteraction autocomplete(
            DiscordServerMember member, DiscordServerChannel channel, String words, String option, String typed) {
        return people.command(member, channel, words, Map.of(option, typed), Optional.of(option));
    }

    public DiscordServerInteraction press(DiscordServerMember member, DiscordServerMessage message, String button) {
        return people.component(member, message, button, List.of());
    }

    /** Chooses values of a menu below a message. */
    public DiscordServerInteraction choose(
            DiscordServerMember member, DiscordServerMessage message, String menu, String... values) {
        return people.component(member, message, menu, List.of(values));
    }

    /** Fills in the window that came of an interaction. */
    public DiscordServerInteraction submit(
            DiscordServerMember member, DiscordServerInteraction opened, Map<String, String> fields) {
        return people.submit(member, opened, fields);
    }

    /** Uses a command from the menu of a message. */
    public DiscordServerInteraction menu(DiscordServerMember member, DiscordServerMessage message, String name) {
        return people.menu(member, message, name);
    }

    @Override
    public void close() {
        gateway.stop();
        rest.stop();
    }
}
