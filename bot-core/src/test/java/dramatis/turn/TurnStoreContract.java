package dramatis.turn;

import static dramatis.message.Segment.plan;
import static dramatis.message.Segment.speech;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.message.MessageRef;
import dramatis.message.UserNotice;
import dramatis.session.Session;
import dramatis.session.SessionKey;
import dramatis.turn.Turn.Kind;
import dramatis.turn.Turn.State;
import dramatis.turn.TurnStore.Admitted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How every {@link TurnStore} takes messages in and leads a turn from state to state. */
public abstract class TurnStoreContract extends StoreContract {
    @Test
    void admit_message_opensATurnAndIsSaid() {
        Session session = session();

        Admitted admitted = turns().admit(session, message("1"), MANY);

        Turn turn = turns().open().get(0);
        assertThat(admitted).isEqualTo(new Admitted.Queued(turn, false));
        assertThat(turn)
                .isEqualTo(new Turn(
                        turn.id(),
                        session.id(),
                        HERE,
                        Kind.REPLY,
                        State.RECEIVED,
                        0,
                        0,
                        Optional.of(ref("1")),
                        List.of(),
                        NOON));
        assertThat(turns().find(turn.id())).contains(turn);
        assertThat(lines(session)).containsExactly("text of 1");
    }

    @Test
    void takes_newMessage_keepsNothing() {
        Session session = session();

        assertThat(turns().takes(message("1"))).isTrue();

        assertThat(lines(session)).isEmpty();
        assertThat(turns().open()).isEmpty();
        assertThat(turns().takes(message("1"))).isTrue();
    }

    @Test
    void admit_whileReceived_joins() {
        Session session = session();
        Turn first = admit(session, "1");

        Admitted second = turns().admit(session, message("2"), 1);

        assertThat(second).isInstanceOfSatisfying(Admitted.Queued.class, queued -> {
            assertThat(queued.joined()).isTrue();
            assertThat(queued.turn().id()).isEqualTo(first.id());
            assertThat(queued.turn().replyTo()).contains(ref("2"));
        });
        assertThat(turns().open()).hasSize(1);
        assertThat(lines(session)).containsExactly("text of 1", "text of 2");
    }

    @Test
    void admit_whileGenerating_opensTheNextTurnBehindTheReply() {
        Session session = session();
        Turn first = turns().begin(admit(session, "1").id(), "Elena");

        Turn second = admit(session, "2");
        turns().segment(first.id(), 0, speech("One."));
        turns().answer(first.id(), false, Optional.empty());

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(lines(session)).containsExactly("text of 1", "One.", "text of 2");
        assertThat(lines(session, first.replyId())).containsExactly("text of 1");
        long reply = turns().begin(second.id(), "Elena").replyId();
        assertThat(lines(session, reply)).containsExactly("text of 1", "One.", "text of 2");
    }

    @Test
    void admit_whileARetryWaits_opensATurnOfItsOwn() {
        Session session = session();
        exchange(session, "1", speech("One."));
        Turn retry = turns().again(session, Kind.RETRY, NOON).orElseThrow();

        assertThat(admit(session, "2").id()).isNotEqualTo(retry.id());
    }

    @Test
    void admit_otherSessionOfTheConversation_opensATurnOfItsOwn() {
        Turn elena = admit(session(HERE, "elena"), "1");

        assertThat(admit(session(HERE, "bram"), "2").id()).isNotEqualTo(elena.id());
    }

    @Test
    void admit_sameMessageAgain_isADuplicateInEveryState() {
        Session session = session();
        Turn turn = admit(session, "1");
        assertDuplicate(session);
        turns().begin(turn.id(), "Elena");
        assertDuplicate(session);
        turns().answer(turn.id(), false, Optional.empty());
        assertDuplicate(session);
        turns().end(turn.id(), State.POSTED, Optional.empty());
        assertDuplicate(session);
        turns().undo(session);
        assertDuplicate(session);
        assertThat(turns().open()).isEmpty();
    }

    private void assertDuplicate(Session session) {
        assertThat(turns().takes(message("1"))).isFalse();
        assertThat(turns().admit(session, message("1"), MANY)).isEqualTo(new Admitted.Duplicate());
    }

    @Test
    void admit_sameIdElsewhere_isAnotherMessage() {
        admit(session(), "1");

        Admitted other =
                turns().admit(session(ELSEWHERE, "elena"), message(new MessageRef(ELSEWHERE, "1"), "other"), MANY);

        assertThat(other).isInstanceOf(Admitted.Queued.class);
    }

    @Test
    void admit_atTheLimit_keepsNothing() {
        Turn first = turns().begin(admit(session(HERE, "elena"), "1").id(), "Elena");
        Session there = session(ELSEWHERE, "elena");
        MessageRef ref = new MessageRef(ELSEWHERE, "2");

        assertThat(turns().admit(there, message(ref, "two"), 1)).isEqualTo(new Admitted.Full());

        assertThat(lines(there)).isEmpty();
        assertThat(turns().open()).extracting(Turn::id).containsExactly(first.id());
        turns().answer(first.id(), false, Optional.empty());
        assertThat(turns().admit(there, message(ref, "two"), 1)).isInstanceOf(Admitted.Queued.class);
    }

    @Test
    void admit_unknownSession_isIllegalAndKeepsNothing() {
        Session unknown = new Session(404, SessionKey.of(HERE), "elena", "Ada", "", Optional.empty(), true, 0, NOON);

        assertIllegal(() -> turns().admit(unknown, message("1"), MANY));
        assertIllegal(() -> turns().greet(unknown, "Elena", List.of(), NOON));

        assertThat(turns().open()).isEmpty();
        admit(session(), "1");
    }

    @Test
    void begin_firstTime_givesTheReplyItsHiddenPlace() {
        Session session = session();
        Turn received = admit(session, "1");

        Turn begun = turns().begin(received.id(), "Elena");

        assertThat(begun.state()).isEqualTo(State.GENERATING);
        assertThat(begun.starts()).isEqualTo(1);
        assertThat(begun.replyId()).isPositive();
        assertThat(lines(session)).containsExactly("text of 1");
        assertThat(turns().lastReply(session.id())).isEmpty();
        assertThat(turns().find(received.id())).contains(begun);
    }

    @Test
    void begin_again_countsAndKeepsPlaceAndSegments() {
        Session session = session();
        Turn first = turns().begin(admit(session, "1").id(), "Elena");
        turns().segment(first.id(), 0, plan("Be kind."));

        Turn second = turns().begin(first.id(), "Elena");

        assertThat(second.starts()).isEqualTo(2);
        assertThat(second.replyId()).isEqualTo(first.replyId());
        assertThat(second.segments()).containsExactly(plan("Be kind."));
    }

    @Test
    void segment_sameNumberAgain_keepsTheFirst() {
        Turn turn = turns().begin(admit(session(), "1").id(), "Elena");
        turns().segment(turn.id(), 1, speech("Two."));
        turns().segment(turn.id(), 0, plan("One."));
        turns().segment(turn.id(), 1, speech("Another two."));

        assertThat(turns().find(turn.id()).orElseThrow().segments()).containsExactly(plan("One."), speech("Two."));
    }

    @Test
    void clear_generating_forgetsTheSegments() {
        Session session = session();
        Turn turn = turns().begin(admit(session, "1").id(), "Elena");
        turns().segment(turn.id(), 0, speech("Bad."));

        turns().clear(turn.id());
        turns().segment(turn.id(), 0, speech("Good."));
        turns().answer(turn.id(), false, Optional.empty());

        assertThat(lines(session)).containsExactly("text of 1", "Good.");
    }

    @Test
    void putBack_generating_isAsIfItHadNeverBegun() {
        Session session = session();
        Turn received = admit(session, "1");
        Turn begun = turns().begin(received.id(), "Elena");
        turns().segment(begun.id(), 0, plan("Be kind."));

        assertThat(turns().putBack(begun.id())).isEqualTo(received);

        assertThat(admit(session, "2").id()).isEqualTo(received.id());
        Turn again = turns().begin(received.id(), "Elena");
        assertThat(again.starts()).isEqualTo(1);
        assertThat(lines(session, again.replyId()))
                .as("what joined meanwhile is answered too")
                .containsExactly("text of 1", "text of 2");
    }

    @Test
    void putBack_anotherWaits_isJoinedByItsMessages() {
        Session session = session();
        Turn turn = turns().begin(admit(session, "1").id(), "Elena");
        Turn later = admit(session, "2");
        assertThat(later.id()).isNotEqualTo(turn.id());

        assertThat(turns().putBack(turn.id()).replyTo()).contains(ref("2"));

        assertThat(turns().find(later.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(turns().open()).extracting(Turn::id).containsExactly(turn.id());
        Turn again = turns().begin(turn.id(), "Elena");
        assertThat(lines(session, again.replyId())).containsExactly("text of 1", "text of 2");
        turns().end(turn.id(), State.CANCELLED, Optional.empty());
        assertThat(turns().undo(session)).contains(List.of(ref("1"), ref("2")));
    }

    @Test
    void putBack_retry_keepsTheReplyThatItWorksOn() {
        Session session = session();
        exchange(session, "1", speech("One."));
        Turn retry = turns().again(session, Kind.RETRY, NOON).orElseThrow();
        turns().begin(retry.id(), "Elena");

        assertThat(turns().putBack(retry.id())).isEqualTo(retry);

        assertThat(turns().lastReply(session.id()).orElseThrow().utteranceId()).isEqualTo(retry.replyId());
    }

    @Test
    void answer_generating_isOpenUntilPosted() {
        Session session = session();
        Turn answered = play(admit(session, "1"), speech("One."));

        assertThat(answered.state()).isEqualTo(State.ANSWERED);
        assertThat(answered.segments()).containsExactly(speech("One."));
        assertThat(turns().open()).containsExactly(answered);
        turns().end(answered.id(), State.POSTED, Optional.empty());
        assertThat(turns().open()).isEmpty();
        assertThat(turns().find(answered.id()).orElseThrow().state()).isEqualTo(State.POSTED);
        assertThat(lines(session)).containsExactly("text of 1", "One.");
    }

    @Test
    void greet_session_isAnsweredAndSaid() {
        Session session = session();

        Turn turn = turns().greet(session, "Elena", List.of(plan("Wave."), speech("Welcome.")), NOON);

        assertThat(turn.kind()).isEqualTo(Kind.GREETING);
        assertThat(turn.state()).isEqualTo(State.ANSWERED);
        assertThat(turn.segments()).containsExactly(plan("Wave."), speech("Welcome."));
        assertThat(turn.replyTo()).isEmpty();
        assertThat(turns().open()).containsExactly(turn);
        assertThat(lines(session)).containsExactly("Wave.|Welcome.");
        assertThat(sessions().history(session.id(), 0, Long.MAX_VALUE).get(0).id())
                .isEqualTo(turn.replyId());
    }

    @Test
    void open_manyStates_listsThoseNotAtAnEndOldestFirst() {
        Session here = session();
        Session there = session(ELSEWHERE, "elena");
        Turn posted = exchange(here, "1", speech("One."));
        Turn generating = turns().begin(admit(here, "2").id(), "Elena");
        Turn greeting = turns().greet(there, "Elena", List.of(speech("Hi.")), NOON);
        Turn received = admit(here, "3");
        turns().end(generating.id(), State.FAILED, Optional.of(UserNotice.of("engine.failed", 3)));

        assertThat(turns().open()).containsExactly(greeting, received);
        assertThat(turns().find(posted.id()).orElseThrow().state()).isEqualTo(State.POSTED);
        assertThat(turns().find(generating.id()).orElseThrow().state()).isEqualTo(State.FAILED);
    }

    @Test
    void end_failed_hidesTheReplyAndKeepsTheMessage() {
        Session session = session();
        Turn turn = turns().begin(admit(session, "1").id(), "Elena");
        turns().segment(turn.id(), 0, speech("Half"));

        turns().end(turn.id(), State.FAILED, Optional.of(UserNotice.of("engine.failed")));

        assertThat(lines(session)).containsExactly("text of 1");
        exchange(session, "2", speech("Two."));
        assertThat(lines(session)).containsExactly("text of 1", "text of 2", "Two.");
    }

    @Test
    void end_secondTime_changesNothing() {
        Turn turn = admit(session(), "1");
        turns().end(turn.id(), State.CANCELLED, Optional.empty());

        turns().end(turn.id(), State.FAILED, Optional.empty());
        turns().end(turn.id(), State.POSTED, Optional.empty());

        assertThat(turns().find(turn.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void end_answeredAsFailed_keepsTheReplyInTheHistory() {
        Session session = session();
        Turn turn = play(admit(session, "1"), speech("One."));

        turns().end(turn.id(), State.FAILED, Optional.of(UserNotice.of("post.refused")));

        assertThat(lines(session)).containsExactly("text of 1", "One.");
    }

    @Test
    void move_notAllowed_isIllegalAndChangesNothing() {
        Session session = session();
        long received = admit(session, "1").id();
        assertIllegal(() -> turns().segment(received, 0, speech("x")));
        assertIllegal(() -> turns().clear(received));
        assertIllegal(() -> turns().answer(received, false, Optional.empty()));
        assertIllegal(() -> turns().end(received, State.POSTED, Optional.empty()));
        turns().begin(received, "Elena");
        assertIllegal(() -> turns().end(received, State.POSTED, Optional.empty()));
        turns().answer(received, false, Optional.empty());
        assertIllegal(() -> turns().begin(received, "Elena"));
        assertIllegal(() -> turns().segment(received, 0, speech("x")));
        assertIllegal(() -> turns().clear(received));
        assertIllegal(() -> turns().answer(received, false, Optional.empty()));

        assertThat(turns().find(received).orElseThrow()).satisfies(turn -> {
            assertThat(turn.state()).isEqualTo(State.ANSWERED);
            assertThat(turn.starts()).isEqualTo(1);
            assertThat(turn.segments()).isEmpty();
        });
    }

    @Test
    void move_unknownTurn_isIllegal() {
        assertIllegal(() -> turns().begin(404, "Elena"));
        assertIllegal(() -> turns().segment(404, 0, speech("x")));
        assertIllegal(() -> turns().clear(404));
        assertIllegal(() -> turns().answer(404, false, Optional.empty()));
        assertIllegal(() -> turns().end(404, State.FAILED, Optional.empty()));
        assertThat(turns().find(404)).isEmpty();
    }

    @Test
    void end_asAnOpenState_isRefused() {
        long turn = admit(session(), "1").id();

        assertThatThrownBy(() -> turns().end(turn, State.GENERATING, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertIllegal(Runnable move) {
        assertThatThrownBy(move::run).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cancelAll_session_endsItsOpenTurnsOnly() {
        Session here = session();
        Turn posted = exchange(here, "1", speech("One."));
        Turn answered = play(admit(here, "2"), speech("Two."));
        Turn generating = turns().begin(admit(here, "3").id(), "Elena");
        Turn received = admit(here, "4");
        Session there = session(ELSEWHERE, "elena");
        Turn other = turns().greet(there, "Elena", List.of(speech("Hi.")), NOON);

        assertThat(turns().cancelAll(here.id())).containsExactly(answered.id(), generating.id(), received.id());

        assertThat(turns().open()).containsExactly(other);
        assertThat(turns().find(posted.id()).orElseThrow().state()).isEqualTo(State.POSTED);
        assertThat(turns().find(received.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(turns().cancelAll(here.id())).isEmpty();
        assertThat(lines(here)).contains("Two.");
    }

    @Test
    void orphan_turnWhoseMessagesAreGone_isFound() {
        Session session = session();
        Turn turn = admit(session, "1");
        admit(session, "2");
        sessions().delete(ref("1"));
        assertThat(turns().orphan(ref("1"))).isEmpty();
        sessions().delete(ref("2"));
        assertThat(turns().orphan(ref("2")).map(Turn::id)).contains(turn.id());
        turns().begin(turn.id(), "Elena");
        assertThat(turns().orphan(ref("2"))).isEmpty();
        assertThat(turns().orphan(ref("3"))).isEmpty();
    }
}
