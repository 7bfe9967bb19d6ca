package dramatis.testkit;

import static dramatis.testkit.TelegramServerChat.Type.PRIVATE;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A message that a person is about to send: where and how first, then what. Sent once. */
public final class TelegramServerPost {
    private final TelegramServerWorld world;
    private final TelegramServerPerson person;
    private final TelegramServerChat chat;
    private Optional<TelegramServerTopic> topic = Optional.empty();
    private Optional<TelegramServerMessage> reply = Optional.empty();
    private Optional<TelegramServerChat> face = Optional.empty();

    TelegramServerPost(TelegramServerWorld world, TelegramServerPerson person, TelegramServerChat chat) {
        this.world = requireNonNull(world, "world");
        this.person = requireNonNull(person, "person");
        this.chat = requireNonNull(chat, "chat");
    }

    /** Into a topic of the forum. */
    public TelegramServerPost in(TelegramServerTopic where) {
        topic = Optional.of(where);
        return this;
    }

    /** As a reply, and in a forum in that message's topic. */
    public TelegramServerPost replyingTo(TelegramServerMessage other) {
        reply = Optional.of(other);
        return this;
    }

    /** As an administrator who stays anonymous. */
    public TelegramServerPost anonymously() {
        face = Optional.of(chat);
        return this;
    }

    /** In the name of a channel of theirs. */
    public TelegramServerPost as(TelegramServerChat channel) {
        face = Optional.of(channel);
        return this;
    }

    public TelegramServerMessage text(String text) {
        ObjectNode body = TelegramServerJson.object();
        TelegramServerText.found(text).into(body, false);
        return send(body);
    }

    /** A photo; the caption may be empty. */
    public TelegramServerMessage photo(String caption) {
        return media("photo", "photo.jpg", new byte[] {1}, caption);
    }

    public TelegramServerMessage sticker(String emoji) {
        return media("sticker", emoji, new byte[] {2}, "");
    }

    public TelegramServerMessage voice() {
        return media("voice", "voice.ogg", new byte[] {3}, "");
    }

    /** A file; the caption may be empty. */
    public TelegramServerMessage document(String name, byte[] content, String caption) {
        return media("document", name, content, caption);
    }

    private TelegramServerMessage media(String kind, String name, byte[] content, String caption) {
        ObjectNode body = TelegramServerJson.object();
        synchronized (world) {
            TelegramServerMedia.put(body, kind, world.file(name, content));
        }
        if (!caption.isEmpty()) {
            TelegramServerText.found(caption).into(body, true);
        }
        return send(body);
    }

    private TelegramServerMessage send(ObjectNode body) {
        synchronized (world) {
            if (chat.type() == PRIVATE && chat.member(world.bot()).status().equals("left")) {
                chat.admit(world.bot(), "member");
            }
            int thread = topic.map(TelegramServerTopic::threadId).orElse(0);
            TelegramServerMessage message = world.write(chat, author(), thread, reply, body);
            world.announce(message, false);
            world.forward(message, body);
            return message;
        }
    }

    private TelegramServerAuthor author() {
        return face.map(it -> TelegramServerAuthor.behind(
                        it == chat ? TelegramServerPerson.GROUP_ANONYMOUS_BOT : TelegramServerPerson.CHANNEL_BOT, it))
                .orElseGet(() -> TelegramServerAuthor.person(person, chat));
    }
}
