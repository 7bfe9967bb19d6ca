package dramatis.testkit;

import static dramatis.testkit.TelegramServerChat.Type.CHANNEL;
import static dramatis.testkit.TelegramServerChat.Type.GROUP;
import static dramatis.testkit.TelegramServerChat.Type.SUPERGROUP;

import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What people do on a {@link TelegramServer}, apart from sending messages. */
final class TelegramServerStage {
    private final TelegramServerWorld world;

    TelegramServerStage(TelegramServerWorld world) {
        this.world = world;
    }

    TelegramServerChat open(
            TelegramServerChat.Type type,
            String title,
            boolean forum,
            TelegramServerPerson owner,
            TelegramServerPerson... others) {
        return locked(() -> {
            TelegramServerChat chat = world.open(type, title, forum);
            chat.admit(owner, "creator");
            for (TelegramServerPerson other : others) {
                chat.admit(other, "member");
            }
            return chat;
        });
    }

    TelegramServerTopic topic(TelegramServerChat forum, TelegramServerPerson person, String name) {
        return locked(() -> {
            if (!forum.forum()) {
                throw new IllegalArgumentException(forum.title() + " is no forum");
            }
            ObjectNode body = TelegramServerJson.object();
            body.putObject("forum_topic_created").put("name", name).put("icon_color", 7322096);
            body.put("is_topic_message", true);
            TelegramServerMessage made =
                    world.write(forum, TelegramServerAuthor.person(person, forum), 0, Optional.empty(), body);
            ObjectNode threaded = made.last();
            made.edit(threaded.put("message_thread_id", made.id()));
            world.announce(made, false);
            return new TelegramServerTopic(forum, made.id(), name);
        });
    }

    /** Somebody, or the bot, comes into a group or a channel. */
    void add(TelegramServerPerson actor, TelegramServerChat chat, TelegramServerPerson who) {
        run(() -> {
            world.admit(chat, actor, who, chat.type() == CHANNEL ? "administrator" : "member");
            ObjectNode body = TelegramServerJson.object();
            body.putArray("new_chat_members").add(who.json());
            serviceInGroup(chat, actor, body);
        });
    }

    /** Somebody, or the bot, goes from a group or a channel, or is sent away. */
    void remove(TelegramServerPerson actor, TelegramServerChat chat, TelegramServerPerson who) {
        run(() -> {
            ObjectNode body = TelegramServerJson.object();
            body.set("left_chat_member", who.json());
            serviceInGroup(chat, actor, body);
            world.admit(chat, actor, who, actor.equals(who) ? "left" : "kicked");
        });
    }

    void status(TelegramServerPerson actor, TelegramServerChat chat, TelegramServerPerson who, String status) {
        run(() -> world.admit(chat, actor, who, status));
    }

    /** Somebody blocks the bot, or lets it write again. */
    void block(TelegramServerPerson person, boolean on) {
        run(() -> world.admit(world.chat(person.id()).orElseThrow(), person, world.bot(), on ? "kicked" : "member"));
    }

    TelegramServerChat migrate(TelegramServerPerson actor, TelegramServerChat group) {
        return locked(() -> {
            TelegramServerChat supergroup = world.open(SUPERGROUP, group.title(), false);
            group.members().forEach(it -> supergroup.admit(it.person(), it.status()));
            supergroup.openToBot(group.openToBot());
            group.becomes(supergroup);
            serviceInGroup(group, actor, TelegramServerJson.object().put("migrate_to_chat_id", supergroup.id()));
            serviceInGroup(supergroup, actor, TelegramServerJson.object().put("migrate_from_chat_id", group.id()));
            return supergroup;
        });
    }

    void link(TelegramServerChat channel, TelegramServerChat group) {
        run(() -> {
            channel.link(group);
            group.link(channel);
        });
    }

    void edit(TelegramServerMessage message, String text) {
        run(() -> {
            ObjectNode next = message.last();
            boolean caption = !next.has("text");
            next.remove(caption ? "caption_entities" : "entities");
            TelegramServerText.found(text).into(next, caption);
            message.edit(next.put("edit_date", TelegramServerWorld.now()));
            world.announce(message, true);
        });
    }

    String press(TelegramServerPerson person, TelegramServerMessage message, String data) {
        return locked(() -> {
            if (message.buttons().stream().noneMatch(it -> it.data().equals(data))) {
                throw new IllegalArgumentException("the message has no button " + data);
            }
            String id = Long.toString(4_000_000_000_000L + world.nextId());
            ObjectNode query = TelegramServerJson.object().put("id", id);
            query.set("from", person.json());
            query.set("message", message.deleted() ? inaccessible(message) : message.json());
            query.put("chat_instance", Long.toString(message.chat().id() * 31)).put("data", data);
            world.openCallbacks().add(id);
            world.updates().add("callback_query", query);
            return id;
        });
    }

    /** An update that no client knows how to read: a text that became an object. */
    void unreadable(TelegramServerPerson person, TelegramServerChat chat) {
        run(() -> {
            ObjectNode body = TelegramServerJson.object();
            body.putObject("text").putArray("blocks").addObject().put("type", "hologram");
            TelegramServerMessage message =
                    world.write(chat, TelegramServerAuthor.person(person, chat), 0, Optional.empty(), body);
            world.updates().add("message", message.json());
        });
    }

    void run(Runnable work) {
        synchronized (world) {
            work.run();
        }
    }

    <T> T locked(Supplier<T> work) {
        synchronized (world) {
            return work.get();
        }
    }

    private void serviceInGroup(TelegramServerChat chat, TelegramServerPerson actor, ObjectNode body) {
        if (chat.type() == SUPERGROUP || chat.type() == GROUP) {
            world.announce(
                    world.write(chat, TelegramServerAuthor.person(actor, chat), 0, Optional.empty(), body), false);
        }
    }

    private static ObjectNode inaccessible(TelegramServerMessage message) {
        ObjectNode json = TelegramServerJson.object();
        json.set("chat", message.chat().json());
        return json.put("message_id", message.id()).put("date", 0);
    }
}
