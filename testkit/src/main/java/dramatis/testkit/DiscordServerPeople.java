package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.array;
import static dramatis.testkit.DiscordServerJson.json;
import static dramatis.testkit.DiscordServerJson.text;

import dramatis.testkit.DiscordServerInteraction.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people, and the bots of others, do in a {@link DiscordServer}. */
final class DiscordServerPeople {
    private final DiscordServerWorld world;
    private final DiscordServerCommandRoutes commands;

    DiscordServerPeople(DiscordServerWorld world, DiscordServerCommandRoutes commands) {
        this.world = world;
        this.commands = commands;
    }

    DiscordServerMessage post(
            DiscordServerMember member,
            DiscordServerChannel channel,
            String text,
            Optional<DiscordServerMessage> to,
            List<DiscordServerFile> files,
            List<String> stickers) {
        synchronized (world) {
            DiscordServerMessage message = new DiscordServerMessage(world.newId(), channel, member.user());
            to.ifPresent(it -> message.repliesTo(it.id()));
            message.extra(
                    "attachments",
                    array(files.stream()
                            .map(it -> DiscordServerPosts.attachment(channel, it))
                            .toList()));
            message.extra(
                    "sticker_items",
                    array(stickers.stream()
                            .map(it -> json("id", world.newId(), "name", it, "format_type", 1))
                            .toList()));
            message.version(text, DiscordServerMentions.of(message, text));
            return world.post(message);
        }
    }

    void edit(DiscordServerMessage message, String text) {
        synchronized (world) {
            message.version(text, DiscordServerMentions.of(message, text));
            world.dispatch("MESSAGE_UPDATE", message);
        }
    }

    void type(DiscordServerMember member, DiscordServerChannel channel) {
        synchronized (world) {
            ObjectNode data = json(
                    "channel_id", channel.id(),
                    "user_id", member.id(),
                    "timestamp", System.currentTimeMillis() / 1000);
            channel.guild().ifPresent(it -> data.put("guild_id", it.id()).set("member", member.json()));
            world.dispatch("TYPING_START", channel, data);
        }
    }

    DiscordServerMessage proxy(String name, DiscordServerChannel channel, String text) {
        synchronized (world) {
            DiscordServerChannel home = channel.parent().orElse(channel);
            DiscordServerWebhook webhook = home.webhooks().stream()
                    .filter(it -> it.name().equals("Proxy"))
                    .findAny()
                    .orElseGet(() -> proxyOf(home));
            DiscordServerMessage message =
                    new DiscordServerMessage(world.newId(), channel, new DiscordServerUser(webhook.id(), name, true));
            message.through(webhook, "");
            message.version(text, DiscordServerMentions.of(message, text));
            return world.post(message);
        }
    }

    private DiscordServerWebhook proxyOf(DiscordServerChannel channel) {
        DiscordServerUser other = world.newUser("Proxies", true);
        return world.add(new DiscordServerWebhook(
                channel, world.newId(), "webhook" + world.newId(), other.id(), other, "Proxy", ""));
    }

    DiscordServerInteraction command(
            DiscordServerMember member,
            DiscordServerChannel channel,
            String words,
            Map<String, ?> values,
            Optional<String> focused) {
        synchronized (world) {
            ObjectNode data = DiscordServerAsk.of(offered(channel), words, channel, values, focused);
            Kind kind = focused.isPresent() ? Kind.AUTOCOMPLETE : Kind.COMMAND;
            return ask(new DiscordServerInteraction(kind, member, channel, data, Optional.empty()));
        }
    }

    private List<ObjectNode> offered(DiscordServerChannel channel) {
        return commands.in(channel.guild().map(DiscordServerGuild::id).orElse(""));
    }

    DiscordServerInteraction menu(DiscordServerMember member, DiscordServerMessage message, String name) {
        synchronized (world) {
            DiscordServerChannel channel = message.channel();
            ObjectNode data = DiscordServerAsk.head(DiscordServerAsk.find(offered(channel), name, 3));
            ObjectNode target = json(message.id(), DiscordServerMessageJson.of(message, true));
            data.put("target_id", message.id()).set("resolved", json("messages", target));
            return ask(new DiscordServerInteraction(Kind.COMMAND, member, channel, data, Optional.empty()));
        }
    }

    DiscordServerInteraction component(
            DiscordServerMember member, DiscordServerMessage message, String customId, List<String> values) {
        synchronized (world) {
            JsonNode part = message.extra("components").findParents("custom_id").stream()
                    .filter(it -> text(it, "custom_id").equals(customId))
                    .filter(it -> !it.path("disabled").asBoolean(false))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("nothing to press is called " + customId));
            ObjectNode data = json("custom_id", customId, "component_type", part.path("type"));
            if (!values.isEmpty()) {
                data.set("values", array(values));
            }
            return ask(new DiscordServerInteraction(
                    Kind.COMPONENT, member, message.channel(), data, Optional.of(message)));
        }
    }

    DiscordServerInteraction submit(
            DiscordServerMember member, DiscordServerInteraction opened, Map<String, String> fields) {
        synchronized (world) {
            ObjectNode data = DiscordServerAsk.window(opened, fields);
            return ask(new DiscordServerInteraction(Kind.MODAL, member, opened.channel(), data, opened.source()));
        }
    }

    private DiscordServerInteraction ask(DiscordServerInteraction interaction) {
        world.add(interaction);
        world.dispatch("INTERACTION_CREATE", interaction.json());
        return interaction;
    }
}
