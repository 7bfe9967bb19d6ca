package dramatis.persistence;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserRef;
import dramatis.message.Utterance;
import dramatis.session.Session;
import dramatis.session.SessionStore.Opening;
import dramatis.turn.Turn;
import dramatis.turn.Turn.State;
import dramatis.turn.TurnStore.Admitted;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ada, who will be forgotten and whose texts are canaries, and Bo, in a hall and in her private chat. */
record Crowd(Database database) {
    static final ConversationRef PRIVATE = new ConversationRef("irc", "canary-chat", "");
    static final ConversationRef HALL = new ConversationRef("irc", "hall", "");
    static final UserRef ADA = new UserRef("irc", "canary-ada");
    static final UserRef BO = new UserRef("irc", "bo");

    Session session(ConversationRef place) {
        return database.sessions()
                .open(new Opening(
                        place,
                        "elena",
                        Optional.of(ADA),
                        "canary-name",
                        "canary-profile",
                        Optional.empty(),
                        Instant.now()))
                .session();
    }

    Turn says(UserRef author, Session session, String id, String text) {
        InboundMessage message = new InboundMessage(
                new MessageRef(session.conversation(), id),
                Place.of(session.conversation()),
                author,
                author.equals(ADA) ? "canary-name" : "Bo",
                AuthorKind.PERSON,
                text,
                Optional.empty(),
                session.conversation().equals(PRIVATE) ? Addressing.DIRECT : Addressing.MENTION,
                Locale.ENGLISH,
                Instant.now());
        return ((Admitted.Queued) database.turns().admit(session, message, 100)).turn();
    }

    void answer(Turn turn, Segment... segments) {
        database.turns().begin(turn.id(), "Elena");
        for (int number = 0; number < segments.length; number++) {
            database.turns().segment(turn.id(), number, segments[number]);
        }
        database.turns().answer(turn.id(), false, Optional.empty());
        database.turns().end(turn.id(), State.POSTED, Optional.empty());
    }

    List<String> texts(ConversationRef place) {
        Session session = database.sessions().current(place).orElseThrow();
        return database.sessions().history(session.id(), 0, Long.MAX_VALUE).stream()
                .map(Utterance::segments)
                .flatMap(List::stream)
                .map(Segment::text)
                .toList();
    }
}
