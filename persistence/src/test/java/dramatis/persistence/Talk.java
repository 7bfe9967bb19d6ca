package dramatis.persistence;

import dramatis.delivery.PostStore.Posting;
import dramatis.inference.Completion;
import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import dramatis.message.Utterance;
import dramatis.platform.Receipt;
import dramatis.session.Session;
import dramatis.session.SessionStore;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A conversation with something in every table, and what the stores say of it. */
record Talk(Database database) {
    static final ConversationRef HERE = new ConversationRef("console", "here", "");
    private static final Completion COST =
            new Completion(Completion.Finish.STOP, 9, 8, 7, Duration.ofNanos(6), Duration.ofSeconds(5));

    /** All that can be read of {@link #HERE}. */
    record Told(
            Session session,
            List<Utterance> history,
            List<Turn> open,
            Optional<Reply> lastReply,
            List<Posting> postings) {}

    Session session() {
        return database.sessions()
                .open(new SessionStore.Opening(
                        HERE, "elena", "Ada", "Wears 'quotes'\n", Optional.of("Tea; -- two"), Instant.now()))
                .session();
    }

    static InboundMessage message(String id, String text) {
        return new InboundMessage(
                new MessageRef(HERE, id),
                Place.of(HERE),
                new UserRef("console", "ada"),
                "Ada",
                InboundMessage.AuthorKind.PERSON,
                text,
                Optional.empty(),
                InboundMessage.Addressing.DIRECT,
                Locale.ENGLISH,
                Instant.now());
    }

    long admit(Session session, String id, String text) {
        database.turns().admit(session, message(id, text), 100);
        List<Turn> open = database.turns().open();
        return open.get(open.size() - 1).id();
    }

    void tell() {
        Session session = session();
        long answered = admit(session, "1", "odd: \u0000 \uD83D\uDC68 \uD800 \r\n ;'\\");
        answer(answered, Segment.plan("Plan"), Segment.thought("Thought"), Segment.speech("Said."));
        database.posts().intend(answered, 0);
        database.posts().receipt(answered, 0, new Receipt.Sent(List.of("p1", "p2")));
        database.posts().intend(answered, 1);
        database.turns().end(answered, Turn.State.POSTED, Optional.empty());
        long failed = admit(session, "2", "fails");
        database.turns().end(failed, Turn.State.FAILED, Optional.of(UserNotice.of("engine.failed")));
        answer(admit(session, "3", "three"), Segment.action("nods"));
        admit(session, "4", "four");
    }

    private void answer(long turn, Segment... segments) {
        database.turns().begin(turn, "Elena");
        for (int number = 0; number < segments.length; number++) {
            database.turns().segment(turn, number, segments[number]);
        }
        database.turns().answer(turn, true, Optional.of(COST));
    }

    Told told() {
        Session session = database.sessions().current(HERE).orElseThrow();
        return new Told(
                session,
                database.sessions().history(session.id(), 0, Long.MAX_VALUE),
                database.turns().open(),
                database.turns().lastReply(session.id()),
                database.posts().postings(1));
    }
}
