package dramatis.session;

import static dramatis.message.Segment.action;
import static dramatis.message.Segment.speech;
import static dramatis.message.Segment.thought;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import dramatis.session.SessionStore.Opened;
import dramatis.turn.StoreContract;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore.Admitted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} does. */
public abstract class SessionStoreContract extends StoreContract {
    @Test
    void open_firstTime_keepsTheValues() {
        Opened opened = sessions().open(opening(HERE, "elena"));

        Session session = opened.session();
        assertThat(opened.fresh()).isTrue();
        assertThat(session)
                .isEqualTo(new Session(
                        session.id(),
                        SessionKey.of(HERE),
                        "elena",
                        "Ada",
                        "A mathematician",
                        Optional.of("Tea"),
                        true,
                        0,
                        NOON));
        assertThat(sessions().find(session.id())).contains(session);
        assertThat(sessions().current(HERE)).contains(session);
    }

    @Test
    void current_elsewhere_isEmpty() {
        session();

        assertThat(sessions().current(ELSEWHERE)).isEmpty();
        assertThat(sessions().current(new ConversationRef("console", "here", "7")))
                .isEmpty();
    }

    @Test
    void open_otherCharacterAndBack_resumes() {
        Session elena = session(HERE, "elena");
        Session bram = session(HERE, "bram");
        assertThat(sessions().current(HERE)).contains(bram);

        Opened back = sessions().open(new SessionStore.Opening(HERE, "elena", "Bob", "", Optional.empty(), NOON));

        assertThat(back).isEqualTo(new Opened(elena, false));
        assertThat(sessions().current(HERE)).contains(elena);
    }

    @Test
    void open_sameCharacterElsewhere_isAnotherSession() {
        assertThat(session(HERE, "elena").id())
                .isNotEqualTo(session(ELSEWHERE, "elena").id());
    }

    @Test
    void close_current_opensAnewWithNoHistory() {
        Session old = session();
        exchange(old, "1", speech("Hello."));

        sessions().close(old.id());

        assertThat(sessions().current(HERE)).isEmpty();
        Opened opened = sessions().open(opening(HERE, "elena"));
        assertThat(opened.fresh()).isTrue();
        assertThat(lines(opened.session())).isEmpty();
        assertThat(lines(old)).containsExactly("text of 1", "Hello.");
    }

    @Test
    void reopen_afterReset_isTheOldOneAgain() {
        Session first = session();
        exchange(first, "1", speech("Hello."));
        sessions().close(first.id());
        Session second = session();
        exchange(second, "2", speech("Again."));
        sessions().close(second.id());
        Session third = session();

        assertThat(sessions().reopen(third)).contains(second);
        assertThat(sessions().current(HERE)).contains(second);
        assertThat(lines(second)).containsExactly("text of 2", "Again.");
        assertThat(sessions().reopen(second)).contains(first);
        assertThat(sessions().reopen(first)).isEmpty();
        assertThat(sessions().current(HERE)).contains(first);
    }

    @Test
    void reopen_again_neverTheOneThatWasGivenUp() {
        Session talk = session();
        sessions().close(talk.id());
        Session givenUp = session();
        sessions().reopen(givenUp);
        sessions().close(talk.id());

        assertThat(sessions().reopen(session())).contains(talk);
    }

    @Test
    void reopen_othersWereClosed_isEmpty() {
        sessions().close(session(HERE, "bram").id());
        sessions().close(session(ELSEWHERE, "elena").id());
        Session session = session();

        assertThat(sessions().reopen(session)).isEmpty();
        assertThat(sessions().current(HERE)).contains(session);
    }

    @Test
    void close_notCurrent_leavesTheCurrentOne() {
        Session elena = session(HERE, "elena");
        Session bram = session(HERE, "bram");

        sessions().close(elena.id());

        assertThat(sessions().current(HERE)).contains(bram);
    }

    @Test
    void restart_session_beginsAnewWithTheSamePerson() {
        Session old = session();
        exchange(old, "1", speech("Hello."));

        Session next = sessions().restart(old.id(), NOON.plusSeconds(1));

        assertThat(next)
                .isEqualTo(new Session(
                        next.id(),
                        SessionKey.of(HERE),
                        "elena",
                        "Ada",
                        "A mathematician",
                        Optional.empty(),
                        true,
                        0,
                        NOON.plusSeconds(1)));
        assertThat(next.id()).isNotEqualTo(old.id());
        assertThat(sessions().current(HERE)).contains(next);
        assertThat(sessions().open(opening(HERE, "elena"))).isEqualTo(new Opened(next, false));
        assertThat(lines(next)).isEmpty();
        assertThat(lines(old)).hasSize(2);
    }

    @Test
    void scene_setAndCleared_isKept() {
        Session session = session();

        assertThat(sessions().scene(session.id(), Optional.of("A cellar")).scene())
                .contains("A cellar");
        assertThat(sessions().find(session.id()).orElseThrow().scene()).contains("A cellar");
        assertThat(sessions().scene(session.id(), Optional.empty()).scene()).isEmpty();
        assertThat(sessions().find(session.id()).orElseThrow().scene()).isEmpty();
    }

    @Test
    void historyFrom_moved_isKeptAndTheHistoryStays() {
        Session session = session();
        long reply = exchange(session, "1", speech("Hello.")).replyId();

        assertThat(sessions().historyFrom(session.id(), reply).historyFrom()).isEqualTo(reply);
        assertThat(sessions().find(session.id()).orElseThrow().historyFrom()).isEqualTo(reply);
        assertThat(lines(session)).hasSize(2);
    }

    @Test
    void change_unknownSession_isIllegal() {
        assertThatThrownBy(() -> sessions().scene(404, Optional.empty())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sessions().historyFrom(404, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sessions().close(404)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sessions().restart(404, NOON)).isInstanceOf(IllegalStateException.class);
        assertThat(sessions().find(404)).isEmpty();
        assertThat(sessions().history(404, 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void history_exchange_hasSpeakersNamesAndSegments() {
        Session session = session();
        Turn turn = exchange(session, "1", thought("Who?"), action("bows"), speech("Hello."));

        List<Utterance> history = sessions().history(session.id(), 0, Long.MAX_VALUE);

        Utterance asked = history.get(0);
        assertThat(asked)
                .isEqualTo(new Utterance(asked.id(), Speaker.person(ADA), "Ada", List.of(speech("text of 1")), NOON));
        Utterance answered = history.get(1);
        assertThat(answered)
                .isEqualTo(new Utterance(
                        turn.replyId(),
                        Speaker.character("elena"),
                        "Elena",
                        List.of(thought("Who?"), action("bows"), speech("Hello.")),
                        answered.at()));
        assertThat(history).hasSize(2);
    }

    @Test
    void history_range_includesFromAndExcludesBefore() {
        Session session = session();
        exchange(session, "1", speech("One."));
        exchange(session, "2", speech("Two."));
        List<Long> ids = sessions().history(session.id(), 0, Long.MAX_VALUE).stream()
                .map(Utterance::id)
                .toList();

        List<Utterance> middle = sessions().history(session.id(), ids.get(1), ids.get(3));

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(middle).extracting(Utterance::id).containsExactly(ids.get(1), ids.get(2));
        assertThat(middle.get(0).segments()).containsExactly(speech("One."));
    }

    @Test
    void history_otherSessions_areNotInIt() {
        Session elena = session(HERE, "elena");
        exchange(elena, "1", speech("I am Elena."));
        Session bram = session(HERE, "bram");
        exchange(bram, "2", speech("I am Bram."));

        assertThat(lines(elena)).containsExactly("text of 1", "I am Elena.");
        assertThat(lines(bram)).containsExactly("text of 2", "I am Bram.");
    }

    @Test
    void history_longAndOddTexts_areKeptAsTheyAre() {
        Session session = session();
        String odd = "'; DROP TABLE x; -- \u0000\u0001 \r\n\t\\ ${x} :y ? \uD83D\uDC68\u200D\uD83D\uDC69 \uD800 end ";
        String text = odd.repeat(3000);

        turns().admit(session, message(ref(odd), text), MANY);

        assertThat(lines(session)).containsExactly(text);
        assertThat(turns().admit(session, message(ref(odd), ""), MANY)).isEqualTo(new Admitted.Duplicate());
    }

    @Test
    void edit_message_changesTheHistory() {
        Session session = session();
        exchange(session, "1", speech("Hello."));

        sessions().edit(ref("1"), "Good evening.");
        sessions().edit(ref("2"), "Never said.");
        sessions().edit(new MessageRef(ELSEWHERE, "1"), "Said elsewhere.");

        assertThat(lines(session)).containsExactly("Good evening.", "Hello.");
    }

    @Test
    void delete_message_leavesTheHistoryAndStaysTaken() {
        Session session = session();
        exchange(session, "1", speech("Hello."));

        sessions().delete(ref("1"));
        sessions().delete(ref("2"));

        assertThat(lines(session)).containsExactly("Hello.");
        assertThat(turns().admit(session, message("1"), MANY)).isEqualTo(new Admitted.Duplicate());
    }

    @Test
    void edit_deletedMessage_doesNotBringItBack() {
        Session session = session();
        admit(session, "1");
        sessions().delete(ref("1"));

        sessions().edit(ref("1"), "Again?");

        assertThat(lines(session)).isEmpty();
    }

    @Test
    void move_toNewId_takesSessionsAndTurnsAlong() {
        Session elena = session(HERE, "elena");
        Session bram = session(HERE, "bram");
        Turn turn = admit(bram, "1");

        sessions().move(HERE, ELSEWHERE);

        assertThat(sessions().current(HERE)).isEmpty();
        assertThat(sessions().current(ELSEWHERE).map(Session::id)).contains(bram.id());
        assertThat(sessions().open(opening(ELSEWHERE, "elena")).session().id()).isEqualTo(elena.id());
        assertThat(turns().find(turn.id()).orElseThrow().conversation()).isEqualTo(ELSEWHERE);
        assertThat(turns().find(turn.id()).orElseThrow().replyTo()).contains(ref("1"));
    }

    @Test
    void move_toPlaceWithSession_keepsThatOneCurrent() {
        Session here = session(HERE, "elena");
        Session there = session(ELSEWHERE, "elena");

        sessions().move(HERE, ELSEWHERE);

        assertThat(sessions().current(ELSEWHERE)).contains(there);
        assertThat(sessions().open(opening(ELSEWHERE, "elena")).session()).isEqualTo(there);
        assertThat(sessions().find(here.id()).orElseThrow().conversation()).isEqualTo(ELSEWHERE);
    }

    /** A supergroup counts its messages from 1 again, so that its message 1 is not the group's message 1. */
    @Test
    void move_messageIdsThatRepeat_areOtherMessages() {
        Session session = session();
        admit(session, "1");
        sessions().move(HERE, ELSEWHERE);
        Session moved = sessions().current(ELSEWHERE).orElseThrow();

        Admitted again = turns().admit(moved, message(new MessageRef(ELSEWHERE, "1"), "new"), MANY);

        assertThat(again).isInstanceOf(Admitted.Queued.class);
        assertThat(((Admitted.Queued) again).joined()).isTrue();
        sessions().edit(ref("1"), "old");
        assertThat(lines(moved)).containsExactly("old", "new");
    }

    @Test
    void move_unknownConversation_changesNothing() {
        Session session = session(ELSEWHERE, "elena");

        sessions().move(HERE, ELSEWHERE);

        assertThat(sessions().current(ELSEWHERE)).contains(session);
    }
}
