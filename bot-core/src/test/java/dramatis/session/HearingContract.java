package dramatis.session;

import static dramatis.message.Segment.speech;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.session.SessionStore.Opening;
import dramatis.turn.StoreContract;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore.Admitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link SessionStore} keeps of a place with several people: who has which session, and what was overheard. */
public abstract class HearingContract extends StoreContract {
    private static final UserRef BO = new UserRef("console", "bo");
    private static final Place GUILD = new Place("console", "guild");
    private static final Place OTHER = new Place("console", "other");

    private static InboundMessage said(String id, Instant at) {
        return said(ref(id), GUILD, at);
    }

    private static InboundMessage said(MessageRef ref, Place place, Instant at) {
        return new InboundMessage(
                ref,
                place,
                BO,
                "Bo",
                InboundMessage.AuthorKind.PERSON,
                "text of " + ref.messageId(),
                Optional.empty(),
                Addressing.NONE,
                Locale.ENGLISH,
                at);
    }

    private Session own(UserRef user, boolean chosen) {
        SessionKey key = new SessionKey(HERE, Optional.of(user));
        Opening opening =
                new Opening(key, "elena", Optional.of(user), user.userId(), "", Optional.empty(), chosen, NOON);
        return sessions().open(opening).session();
    }

    @Test
    void open_personsKeys_areSessionsApart() {
        Session shared = session();
        Session ada = own(ADA, true);
        Session bo = own(BO, true);

        assertThat(List.of(shared.id(), ada.id(), bo.id())).doesNotHaveDuplicates();
        assertThat(sessions().current(HERE)).contains(shared);
        assertThat(sessions().current(ada.key())).contains(ada);
        assertThat(sessions().playing(HERE)).containsExactlyInAnyOrder(shared, ada, bo);
        assertThat(own(ADA, true)).isEqualTo(ada);

        Session next = sessions().restart(ada.id(), NOON.plusSeconds(1));
        assertThat(next.key()).isEqualTo(ada.key());
        assertThat(sessions().current(ada.key())).contains(next);
        assertThat(sessions().reopen(next)).contains(ada);
        sessions().close(bo.id());
        assertThat(sessions().playing(HERE)).containsExactlyInAnyOrder(shared, ada);
    }

    @Test
    void open_chosenAfterTheDefault_isChosenFromThenOn() {
        assertThat(own(ADA, false).chosen()).isFalse();
        assertThat(own(ADA, true).chosen()).isTrue();
        assertThat(own(ADA, false).chosen()).isTrue();
    }

    @Test
    void move_toNewId_takesEachPersonsSessionAlong() {
        Session ada = own(ADA, true);

        sessions().move(HERE, ELSEWHERE);

        assertThat(sessions().current(ada.key())).isEmpty();
        assertThat(sessions()
                        .current(new SessionKey(ELSEWHERE, Optional.of(ADA)))
                        .map(Session::id))
                .contains(ada.id());
    }

    @Test
    void overhear_message_entersTheHistoryBeforeTheNextTurnsMessage() {
        Session session = session();
        exchange(session, "1", speech("Hello."));
        sessions().overhear(session, said("2", NOON));
        sessions().overhear(session, said("3", NOON));
        assertThat(lines(session)).containsExactly("text of 1", "Hello.");

        Turn turn = admit(session, "4");

        assertThat(lines(session)).containsExactly("text of 1", "Hello.", "text of 2", "text of 3", "text of 4");
        assertThat(turn.replyTo()).contains(ref("4"));
        assertThat(turns().askers(session.id())).hasSize(1);
    }

    @Test
    void overhear_duringAReply_comesAfterIt() {
        Session session = session();
        Turn turn = admit(session, "1");
        turns().begin(turn.id(), "Elena");
        sessions().overhear(session, said("2", NOON));
        turns().segment(turn.id(), 0, speech("Hello."));
        turns().answer(turn.id(), false, Optional.of(COST));
        admit(session, "3");

        assertThat(lines(session)).containsExactly("text of 1", "Hello.", "text of 2", "text of 3");
    }

    @Test
    void overhear_sameMessageTwice_isKeptOnce() {
        Session session = session();
        admit(session, "1");
        sessions().overhear(session, said("1", NOON));
        sessions().overhear(session, said("2", NOON));
        sessions().overhear(session, said("2", NOON));
        admit(session, "3");

        assertThat(lines(session)).containsExactly("text of 1", "text of 2", "text of 3");
    }

    @Test
    void overhear_moreThanTheLimit_dropsTheOldest() {
        Session session = session();
        for (int i = 0; i < SessionStore.OVERHEARD + 2; i++) {
            sessions().overhear(session, said("o" + i, NOON));
        }
        admit(session, "1");

        assertThat(lines(session))
                .hasSize(SessionStore.OVERHEARD + 1)
                .startsWith("text of o2")
                .endsWith("text of o51", "text of 1");
    }

    @Test
    void overhear_olderThanADay_isDropped() {
        Session session = session();
        sessions().overhear(session, said("2", NOON.minus(Duration.ofHours(25))));
        sessions().overhear(session, said("3", NOON.minus(Duration.ofHours(23))));
        admit(session, "1");

        assertThat(lines(session)).containsExactly("text of 3", "text of 1");
    }

    @Test
    void editAndDelete_overheard_changeWhatEntersTheHistory() {
        Session session = session();
        sessions().overhear(session, said("2", NOON));
        sessions().overhear(session, said("3", NOON));
        sessions().edit(ref("2"), "changed");
        sessions().delete(ref("3"));
        admit(session, "1");

        assertThat(lines(session)).containsExactly("changed", "text of 1");
    }

    @Test
    void again_afterOverheard_isFree() {
        Session session = session();
        exchange(session, "1", speech("Hello."));
        sessions().overhear(session, said("2", NOON));

        assertThat(turns().again(session, Turn.Kind.RETRY, NOON)).isPresent();
    }

    @Test
    void undo_exchange_leavesWhatWasOverheard() {
        Session session = session();
        sessions().overhear(session, said("2", NOON));
        exchange(session, "1", speech("Hello."));

        assertThat(turns().undo(session).orElseThrow()).containsExactly(ref("1"));
        assertThat(lines(session)).containsExactly("text of 2");
        assertThat(turns().undo(session)).isEmpty();
    }

    @Test
    void replace_messageOfATurn_takesItsPlace() {
        Session session = session();
        Turn turn = admit(session, "1");
        sessions().delete(ref("1"));

        assertThat(sessions().replace(ref("1"), said("2", NOON))).isTrue();

        assertThat(lines(session)).containsExactly("text of 2");
        assertThat(sessions().history(session.id(), 0, Long.MAX_VALUE).get(0).name())
                .isEqualTo("Bo");
        assertThat(turns().find(turn.id()).orElseThrow().replyTo()).contains(ref("2"));
        assertThat(turns().admit(session, message("2"), MANY)).isEqualTo(new Admitted.Duplicate());
    }

    @Test
    void replace_overheard_takesItsPlace() {
        Session session = session();
        sessions().overhear(session, said("2", NOON));

        assertThat(sessions().replace(ref("2"), said("3", NOON))).isTrue();
        admit(session, "1");

        assertThat(lines(session)).containsExactly("text of 3", "text of 1");
    }

    @Test
    void replace_unknownOrKnownAlready_isRefused() {
        Session session = session();
        admit(session, "1");
        admit(session, "2");

        assertThat(sessions().replace(ref("9"), said("8", NOON))).isFalse();
        assertThat(sessions().replace(ref("1"), said("2", NOON))).isFalse();
        assertThat(lines(session)).containsExactly("text of 1", "text of 2");
    }

    @Test
    void leave_place_endsItsSessionsAlone() {
        Session session = session();
        Session bo = own(BO, true);
        Turn turn = ((Admitted.Queued) turns().admit(session, said("1", NOON), MANY)).turn();
        Session elsewhere = session(ELSEWHERE, "elena");
        turns().admit(elsewhere, said(new MessageRef(ELSEWHERE, "1"), OTHER, NOON), MANY);

        assertThat(sessions().leave(GUILD, NOON)).containsExactly(turn.id());

        assertThat(sessions().playing(HERE)).isEmpty();
        assertThat(sessions().current(bo.key())).isEmpty();
        assertThat(turns().find(turn.id()).orElseThrow().state()).isEqualTo(Turn.State.CANCELLED);
        assertThat(sessions().current(ELSEWHERE)).contains(elsewhere);
    }

    @Test
    void steer_line_isThereUntilAReplyIsAnswered() {
        Session session = session();
        sessions().steer(session.id(), Optional.of("Be kind."));
        Turn turn = admit(session, "1");
        assertThat(sessions().steering(session.id())).contains("Be kind.");

        play(turn, speech("Hello."));

        assertThat(sessions().steering(session.id())).isEmpty();
        sessions().steer(session.id(), Optional.of("Be kind."));
        sessions().steer(session.id(), Optional.empty());
        assertThat(sessions().steering(session.id())).isEmpty();
        assertThat(sessions().steering(404)).isEmpty();
    }

    @Test
    void lastHeard_conversations_areTheNewestMessageOfEach() {
        Session session = session();
        turns().admit(session, said("1", NOON), MANY);
        sessions().overhear(session, said("2", NOON.plusSeconds(1)));
        turns().admit(session, said("say 3", NOON.plusSeconds(2)), MANY);
        MessageRef elsewhere = new MessageRef(ELSEWHERE, "9");
        turns().admit(session(ELSEWHERE, "elena"), said(elsewhere, OTHER, NOON.minusSeconds(9)), MANY);

        assertThat(sessions().lastHeard("console", NOON.minusSeconds(1))).containsExactly(ref("2"));
        assertThat(sessions().lastHeard("console", NOON.minusSeconds(10)))
                .containsExactlyInAnyOrder(ref("2"), elsewhere);
        assertThat(sessions().lastHeard("discord", NOON.minusSeconds(10))).isEmpty();
    }
}
