package dramatis.turn;

import static dramatis.message.Segment.action;
import static dramatis.message.Segment.plan;
import static dramatis.message.Segment.speech;
import static dramatis.message.Segment.thought;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.message.MessageRef;
import dramatis.platform.Receipt;
import dramatis.session.Session;
import dramatis.turn.Turn.Kind;
import dramatis.turn.Turn.State;
import dramatis.turn.TurnStore.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How every {@link TurnStore} makes more of a reply, or takes it back: swipes, continuations, undo. */
public abstract class ReplyContract extends StoreContract {
    @Test
    void lastReply_answered_hasAllThatIsKnown() {
        Session session = session();
        Turn turn = exchange(session, "1", plan("Be kind."), thought("Who?"), speech("One."));

        assertThat(turns().lastReply(session.id()))
                .contains(new Reply(
                        turn.replyId(),
                        turn.id(),
                        List.of(plan("Be kind."), thought("Who?"), speech("One.")),
                        0,
                        1,
                        false,
                        Optional.of(COST)));
    }

    @Test
    void lastReply_noReply_isEmpty() {
        Session session = session();
        admit(session, "1");

        assertThat(turns().lastReply(session.id())).isEmpty();
        assertThat(turns().lastReply(404)).isEmpty();
    }

    @Test
    void lastReply_cut_saysSo() {
        Session session = session();
        Turn turn = turns().begin(admit(session, "1").id(), "Elena");
        turns().segment(turn.id(), 0, speech("On"));
        turns().answer(turn.id(), true, Optional.empty());

        assertThat(turns().lastReply(session.id()))
                .contains(new Reply(turn.replyId(), turn.id(), List.of(speech("On")), 0, 1, true, Optional.empty()));
    }

    @Test
    void retry_answered_isTheSelectedSwipe() {
        Session session = session();
        Turn first = exchange(session, "1", speech("One."));
        Turn retry = turns().again(session, Kind.RETRY, NOON).orElseThrow();

        assertThat(retry.state()).isEqualTo(State.RECEIVED);
        assertThat(retry.replyId()).isEqualTo(first.replyId());
        assertThat(retry.replyTo()).contains(ref("1"));
        assertThat(lines(session)).containsExactly("text of 1", "One.");
        assertThat(turns().begin(retry.id(), "Elena").replyId()).isEqualTo(first.replyId());
        turns().segment(retry.id(), 0, speech("Uno."));
        assertThat(lines(session)).containsExactly("text of 1", "One.");
        turns().answer(retry.id(), false, Optional.empty());
        assertThat(lines(session)).containsExactly("text of 1", "Uno.");
        assertThat(turns().lastReply(session.id()))
                .contains(
                        new Reply(first.replyId(), retry.id(), List.of(speech("Uno.")), 1, 2, false, Optional.empty()));
    }

    @Test
    void retry_failed_leavesTheReply() {
        Session session = session();
        exchange(session, "1", speech("One."));
        Turn retry = turns().begin(
                        turns().again(session, Kind.RETRY, NOON).orElseThrow().id(), "Elena");
        turns().segment(retry.id(), 0, speech("Un"));
        turns().end(retry.id(), State.FAILED, Optional.empty());

        assertThat(lines(session)).containsExactly("text of 1", "One.");
        assertThat(turns().lastReply(session.id()).orElseThrow().swipes()).isEqualTo(1);
        playAgain(session, Kind.RETRY, speech("Uno."));
        assertThat(turns().lastReply(session.id()).orElseThrow().swipe()).isEqualTo(1);
    }

    @Test
    void continue_answered_isTheEndOfTheSelectedSwipe() {
        Session session = session();
        long reply = exchange(session, "1", speech("One.")).replyId();
        playAgain(session, Kind.RETRY, speech("Uno,"), action("smiles"));

        Turn more = playAgain(session, Kind.CONTINUE, speech("due,"));
        Turn last = playAgain(session, Kind.CONTINUE, speech("tre."));

        assertThat(more.replyId()).isEqualTo(reply);
        assertThat(more.segments()).containsExactly(speech("due,"));
        assertThat(lines(session)).containsExactly("text of 1", "Uno,|smiles|due,|tre.");
        assertThat(turns().lastReply(session.id()))
                .contains(new Reply(
                        reply,
                        last.id(),
                        List.of(speech("Uno,"), action("smiles"), speech("due,"), speech("tre.")),
                        1,
                        2,
                        false,
                        Optional.of(COST)));
    }

    @Test
    void again_somebodyHasSpokenSince_isEmpty() {
        Session session = session();
        exchange(session, "1", speech("One."));
        turns().end(admit(session, "2").id(), State.CANCELLED, Optional.empty());

        assertThat(turns().again(session, Kind.RETRY, NOON)).isEmpty();
        sessions().delete(ref("2"));
        assertThat(turns().again(session, Kind.RETRY, NOON)).isPresent();
    }

    @Test
    void again_turnWaits_isEmpty() {
        Session session = session();
        exchange(session, "1", speech("One."));
        Turn retry = turns().again(session, Kind.RETRY, NOON).orElseThrow();

        assertThat(turns().again(session, Kind.CONTINUE, NOON)).isEmpty();
        turns().begin(retry.id(), "Elena");
        assertThat(turns().again(session, Kind.CONTINUE, NOON)).isEmpty();
        turns().end(retry.id(), State.CANCELLED, Optional.empty());
        assertThat(turns().again(session, Kind.CONTINUE, NOON)).isPresent();
    }

    @Test
    void again_otherSessionOfTheConversationWaits_isEmpty() {
        Session elena = session(HERE, "elena");
        exchange(elena, "1", speech("One."));
        admit(session(HERE, "bram"), "2");

        assertThat(turns().again(elena, Kind.RETRY, NOON)).isEmpty();
    }

    @Test
    void again_noReply_isEmpty() {
        assertThat(turns().again(session(), Kind.CONTINUE, NOON)).isEmpty();
    }

    @Test
    void again_kindThatIsNoWorkOnAReply_isRefused() {
        Session session = session();

        assertThatThrownBy(() -> turns().again(session, Kind.REPLY, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void undo_exchange_takesReplyAndItsMessages() {
        Session session = session();
        exchange(session, "1", speech("One."));
        admit(session, "2");
        Turn turn = exchange(session, "3", speech("Three."));
        post(turn, 0, "p1", "p2");
        post(playAgain(session, Kind.RETRY, speech("Tre.")), 0, "p3");

        Optional<List<MessageRef>> gone = turns().undo(session);

        assertThat(gone).contains(List.of(ref("2"), ref("3"), ref("p1"), ref("p2"), ref("p3")));
        assertThat(lines(session)).containsExactly("text of 1", "One.");
        assertThat(turns().lastReply(session.id()).orElseThrow().segments()).containsExactly(speech("One."));
    }

    private void post(Turn turn, int piece, String... messageIds) {
        posts().intend(turn.id(), piece);
        posts().receipt(turn.id(), piece, new Receipt.Sent(List.of(messageIds)));
    }

    @Test
    void undo_unansweredMessages_takesThoseOnlyAndEndsTheirTurns() {
        Session session = session();
        exchange(session, "1", speech("One."));
        Turn generating = turns().begin(admit(session, "2").id(), "Elena");
        post(generating, 0, "p1");
        Turn received = admit(session, "3");

        assertThat(turns().undo(session)).contains(List.of(ref("2"), ref("3"), ref("p1")));

        assertThat(lines(session)).containsExactly("text of 1", "One.");
        assertThat(turns().open()).isEmpty();
        assertThat(turns().find(received.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(turns().undo(session)).contains(List.of(ref("1")));
    }

    @Test
    void undo_replyThatIsRetried_endsTheRetry() {
        Session session = session();
        exchange(session, "1", speech("One."));
        Turn retry = turns().again(session, Kind.RETRY, NOON).orElseThrow();

        turns().undo(session);

        assertThat(turns().find(retry.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void undo_twice_goesBackByTwo() {
        Session session = session();
        turns().greet(session, "Elena", List.of(speech("Welcome.")), NOON);
        exchange(session, "1", speech("One."));
        exchange(session, "2", speech("Two."));

        turns().undo(session);
        assertThat(lines(session)).containsExactly("Welcome.", "text of 1", "One.");
        turns().undo(session);
        assertThat(lines(session)).containsExactly("Welcome.");
        assertThat(turns().undo(session)).contains(List.of());
        assertThat(turns().undo(session)).isEmpty();
    }

    @Test
    void undo_messageOfTheTurnThatCameWhileItGenerated_isNotItsOwn() {
        Session session = session();
        Turn first = turns().begin(admit(session, "1").id(), "Elena");
        Turn second = admit(session, "2");
        turns().segment(first.id(), 0, speech("One."));
        turns().answer(first.id(), false, Optional.empty());

        assertThat(turns().undo(session)).contains(List.of(ref("2")));

        assertThat(lines(session)).containsExactly("text of 1", "One.");
        assertThat(turns().open()).extracting(Turn::id).containsExactly(first.id());
        assertThat(turns().find(second.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void undo_otherSession_isUntouched() {
        Session elena = session(HERE, "elena");
        exchange(elena, "1", speech("One."));
        Session bram = session(HERE, "bram");

        assertThat(turns().undo(bram)).isEmpty();
        assertThat(lines(elena)).hasSize(2);
    }

    @Test
    void select_earlierSwipe_isTheHistoryAndIsGoneOnFrom() {
        Session session = session();
        Turn first = exchange(session, "1", speech("One."));
        playAgain(session, Kind.RETRY, speech("Uno."));

        Reply selected = turns().select(session.id(), first.replyId(), 0).orElseThrow();

        assertThat(selected.segments()).containsExactly(speech("One."));
        assertThat(selected.turnId()).isEqualTo(first.id());
        assertThat(selected.swipe()).isZero();
        assertThat(selected.swipes()).isEqualTo(2);
        assertThat(lines(session)).containsExactly("text of 1", "One.");
        playAgain(session, Kind.CONTINUE, speech("Two."));
        assertThat(lines(session)).containsExactly("text of 1", "One.|Two.");
        playAgain(session, Kind.RETRY, speech("Tre."));
        assertThat(turns().lastReply(session.id()).orElseThrow().swipe()).isEqualTo(2);
    }

    @Test
    void select_noSuchSwipeOrReply_changesNothing() {
        Session session = session();
        long first = exchange(session, "1", speech("One.")).replyId();
        long second = exchange(session, "2", speech("Two.")).replyId();
        playAgain(session, Kind.RETRY, speech("Due."));

        assertThat(turns().select(session.id(), first, 0)).isEmpty();
        assertThat(turns().select(session.id(), second, 2)).isEmpty();
        assertThat(turns().select(session.id(), second, -1)).isEmpty();
        assertThat(lines(session)).endsWith("Due.");
    }

    @Test
    void select_whileAnotherIsMade_changesNothing() {
        Session session = session();
        long reply = exchange(session, "1", speech("One.")).replyId();
        playAgain(session, Kind.RETRY, speech("Uno."));
        assertThat(turns().again(session, Kind.RETRY, NOON)).isPresent();

        assertThat(turns().select(session.id(), reply, 0)).isEmpty();
        assertThat(lines(session)).endsWith("Uno.");
    }

    @Test
    void reply_ofATurn_isItsSelectedSwipe() {
        Session session = session();
        Turn first = exchange(session, "1", speech("One."));
        Turn second = exchange(session, "2", speech("Two."));
        Turn retry = playAgain(session, Kind.RETRY, speech("Due."));

        assertThat(turns().reply(session.id(), first.id()).orElseThrow().segments())
                .containsExactly(speech("One."));
        assertThat(turns().reply(session.id(), second.id()).orElseThrow().turnId())
                .isEqualTo(retry.id());
        assertThat(turns().reply(404, first.id())).isEmpty();
        assertThat(turns().reply(session.id(), 404)).isEmpty();
        turns().undo(session);
        assertThat(turns().reply(session.id(), retry.id())).isEmpty();
    }

    @Test
    void rewind_toAReply_takesBackAllAfterIt() {
        Session session = session();
        Turn first = exchange(session, "1", speech("One."));
        exchange(session, "2", speech("Two."));
        admit(session, "3");
        assertThat(turns().after(session.id(), first.replyId())).isEqualTo(3);

        assertThat(turns().rewind(session.id(), first.replyId())).containsExactly(ref("2"), ref("3"));

        assertThat(lines(session)).containsExactly("text of 1", "One.");
        assertThat(turns().open()).isEmpty();
        assertThat(turns().rewind(session.id(), first.replyId())).isEmpty();
        assertThat(turns().again(session, Kind.RETRY, NOON)).isPresent();
    }

    @Test
    void strike_reply_leavesWhatItAnsweredAndWhatCameAfter() {
        Session session = session();
        Turn first = exchange(session, "1", speech("One."));
        posts().intend(first.id(), 0);
        posts().receipt(first.id(), 0, new Receipt.Sent(List.of("p1")));
        exchange(session, "2", speech("Two."));

        assertThat(turns().strike(session.id(), first.replyId())).containsExactly(ref("p1"));

        assertThat(lines(session)).containsExactly("text of 1", "text of 2", "Two.");
        assertThat(turns().strike(session.id(), first.replyId())).isEmpty();
    }

    @Test
    void amend_reply_isAnotherSwipeThatIsSelected() {
        Session session = session();
        Turn first = exchange(session, "1", thought("Hm."), speech("One."));
        exchange(session, "2", speech("Two."));

        Reply amended = turns().amend(session.id(), first.replyId(), List.of(speech("Uno.")), NOON)
                .orElseThrow();

        assertThat(amended.segments()).containsExactly(speech("Uno."));
        assertThat(amended.swipe()).isEqualTo(1);
        assertThat(amended.swipes()).isEqualTo(2);
        assertThat(lines(session)).containsExactly("text of 1", "Uno.", "text of 2", "Two.");
        assertThat(turns().open()).isEmpty();
        assertThat(turns().amend(session.id(), 404, List.of(speech("No.")), NOON))
                .isEmpty();
    }

    @Test
    void askers_ofAReply_areWhomItAnswersAndWhoSpokeAfter() {
        Session session = session();
        Turn first = exchange(session, "1", speech("One."));
        assertThat(turns().askers(session.id(), first.replyId()))
                .isEqualTo(turns().askers(session.id()))
                .hasSize(1);
        assertThat(turns().askers(session.id(), 404)).isEmpty();
    }
}
