package dramatis.turn;

import dramatis.delivery.PostStore;
import dramatis.inference.Completion;
import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserRef;
import dramatis.session.Session;
import dramatis.session.SessionStore;
import dramatis.turn.TurnStore.Admitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the contracts of the three stores have in common: the stores under test, empty before each test, and a cast. */
public abstract class StoreContract {
    protected static final ConversationRef HERE = new ConversationRef("console", "here", "");
    protected static final ConversationRef ELSEWHERE = new ConversationRef("console", "elsewhere", "7");
    protected static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123456789Z");
    protected static final UserRef ADA = new UserRef("console", "ada");
    protected static final int MANY = 100;

    protected static final Completion COST =
            new Completion(Completion.Finish.LENGTH, 900, 850, 40, Duration.ofMillis(120), Duration.ofMillis(2500));

    protected abstract SessionStore sessions();

    protected abstract TurnStore turns();

    protected abstract PostStore posts();

    protected Session session() {
        return session(HERE, "elena");
    }

    protected Session session(ConversationRef conversation, String personaId) {
        return sessions().open(opening(conversation, personaId)).session();
    }

    protected static SessionStore.Opening opening(ConversationRef conversation, String personaId) {
        return new SessionStore.Opening(conversation, personaId, "Ada", "A mathematician", Optional.of("Tea"), NOON);
    }

    protected static MessageRef ref(String messageId) {
        return new MessageRef(HERE, messageId);
    }

    protected static InboundMessage message(String messageId) {
        return message(ref(messageId), "text of " + messageId);
    }

    protected static InboundMessage message(MessageRef ref, String text) {
        return new InboundMessage(
                ref,
                Place.of(ref.conversation()),
                ADA,
                "Ada",
                InboundMessage.AuthorKind.PERSON,
                text,
                Optional.empty(),
                InboundMessage.Addressing.DIRECT,
                Locale.ENGLISH,
                NOON);
    }

    /** Takes a message that must not be refused. */
    protected Turn admit(Session session, String messageId) {
        return ((Admitted.Queued) turns().admit(session, message(messageId), MANY)).turn();
    }

    /** A whole exchange: a message, and its answer, which is posted. */
    protected Turn exchange(Session session, String messageId, Segment... segments) {
        Turn turn = play(admit(session, messageId), segments);
        turns().end(turn.id(), Turn.State.POSTED, Optional.empty());
        return turns().find(turn.id()).orElseThrow();
    }

    /** Begins a turn and answers it with these segments. */
    protected Turn play(Turn turn, Segment... segments) {
        turns().begin(turn.id(), "Elena");
        for (int i = 0; i < segments.length; i++) {
            turns().segment(turn.id(), i, segments[i]);
        }
        return turns().answer(turn.id(), false, Optional.of(COST));
    }

    /** Opens another turn on the last reply and answers it. */
    protected Turn playAgain(Session session, Turn.Kind kind, Segment... segments) {
        Turn turn = play(turns().again(session, kind, NOON).orElseThrow(), segments);
        turns().end(turn.id(), Turn.State.POSTED, Optional.empty());
        return turn;
    }

    /** All that stands in the history, a line an utterance: the texts of its segments, joined by a bar. */
    protected List<String> lines(Session session) {
        return lines(session, Long.MAX_VALUE);
    }

    protected List<String> lines(Session session, long before) {
        return sessions().history(session.id(), 0, before).stream()
                .map(utterance -> String.join(
                        "|", utterance.segments().stream().map(Segment::text).toList()))
                .toList();
    }
}
