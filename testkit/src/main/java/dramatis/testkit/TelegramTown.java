package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Places of all kinds to talk in on a {@link TelegramServer}, and somebody in each: private chats, a group, a supergroup,
 * and a topic of a forum.
 *
 * @param places in the order of their making
 */
public record TelegramTown(TelegramServer server, List<Place> places) {
    /** A place and who talks there; the only place of its chat. */
    public record Place(TelegramServerChat chat, TelegramServerPerson person, Optional<TelegramServerTopic> topic) {
        public Place {
            requireNonNull(chat, "chat");
            requireNonNull(person, "person");
            requireNonNull(topic, "topic");
        }
    }

    public TelegramTown {
        requireNonNull(server, "server");
        places = List.copyOf(places);
    }

    /** A place of each kind, and a second private chat; switches privacy mode off, so that a mention calls the bot. */
    public static TelegramTown mixed(TelegramServer server) {
        server.privacy(false);
        TelegramServerPerson ada = server.person("Person 0");
        TelegramServerPerson ben = server.person("Person 1");
        TelegramServerPerson cleo = server.person("Person 2");
        TelegramServerPerson dan = server.person("Person 3");
        TelegramServerPerson eve = server.person("Person 4");
        TelegramServerChat forum = server.addsBot(eve, server.forum("Forum", eve));
        return new TelegramTown(
                server,
                List.of(
                        new Place(server.privateChat(ada), ada, Optional.empty()),
                        new Place(server.privateChat(ben), ben, Optional.empty()),
                        new Place(server.addsBot(cleo, server.group("Group", cleo)), cleo, Optional.empty()),
                        new Place(server.addsBot(dan, server.supergroup("Supergroup", dan)), dan, Optional.empty()),
                        new Place(forum, eve, Optional.of(server.topic(eve, forum, "Topic")))));
    }

    /** Somebody says a numbered line to the bot. */
    public void say(Place place, int line) {
        TelegramServerPost post = server.writes(place.person(), place.chat());
        place.topic().ifPresent(post::in);
        boolean alone = place.chat().type() == TelegramServerChat.Type.PRIVATE;
        post.text((alone ? "" : "@" + server.bot().username() + " ") + "line " + line + ".");
    }
}
