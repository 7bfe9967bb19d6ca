package dramatis.privacy;

import static dramatis.message.Segment.plan;
import static dramatis.message.Segment.speech;
import static dramatis.message.Segment.thought;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.persona.Person;
import dramatis.platform.Receipt;
import dramatis.session.Session;
import dramatis.session.SessionStore.Opened;
import dramatis.turn.Turn;
import dramatis.turn.Turn.Kind;
import dramatis.turn.Turn.State;
import dramatis.turn.TurnStore.Admitted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How every {@link PrivacyStore} forgets a person. */
public abstract class DeletionContract extends PrivacyContract {
    @Test
    void delete_sharedPlace_leavesOthersAndTheVisibleReplies() {
        Session hall = hall();
        answered(says(ADA, hall, "1"), plan("P1"), thought("T1"), speech("One."));
        playAgain(hall, Kind.RETRY, plan("P2"), thought("T2"), speech("One more."));
        answered(says(BO, hall, "2"), plan("P3"), thought("T3"), speech("Two."));

        assertThat(privacy().delete(ADA)).isEmpty();

        assertThat(lines(hall)).containsExactly("One more.", "text of 2", "P3|T3|Two.");
        assertThat(privacy().show(ADA)).isEqualTo(new Kept(0, 0, 0, Optional.empty(), false));
        assertThat(exported(ADA)).isEmpty();
        assertThat(turns().open()).isEmpty();
    }

    @Test
    void delete_sharedPlace_takesTheThoughtsOfEverySwipe() {
        Session hall = hall();
        Turn first = answered(says(ADA, hall, "1"), thought("T1"), speech("One."));
        Turn second = playAgain(hall, Kind.RETRY, thought("T2"), speech("Two."));
        Turn third = playAgain(hall, Kind.CONTINUE, thought("T3"), speech("Three."));

        privacy().delete(ADA);

        assertThat(turns().find(first.id()).orElseThrow().segments()).containsExactly(speech("One."));
        assertThat(turns().find(second.id()).orElseThrow().segments()).containsExactly(speech("Two."));
        assertThat(turns().find(third.id()).orElseThrow().segments()).containsExactly(speech("Three."));
    }

    @Test
    void delete_privateChat_leavesNothing() {
        Session here = session();
        turns().greet(here, "Elena", List.of(speech("Welcome, Ada.")), NOON);
        Turn turn = answered(says(ADA, here, "1"), thought("T"), speech("One."));
        turns().end(answered(says(ADA, here, "2"), speech("Two.")).id(), State.POSTED, Optional.empty());
        Session bram = session(HERE, "bram");
        Session hall = session(HALL, "elena");
        says(BO, hall, "9");

        privacy().delete(ADA);

        for (Session gone : List.of(here, bram)) {
            assertThat(sessions().find(gone.id())).isEmpty();
            assertThat(lines(gone)).isEmpty();
            assertThat(turns().lastReply(gone.id())).isEmpty();
        }
        assertThat(sessions().current(HERE)).isEmpty();
        assertThat(turns().find(turn.id()).stream().flatMap(found -> found.segments().stream()))
                .isEmpty();
        assertThat(lines(hall)).containsExactly("text of 9");
        assertThat(sessions().open(opening(HERE, "elena")).fresh()).isTrue();
    }

    @Test
    void delete_placeWhereAnotherWroteToo_isNoPrivateChat() {
        Session here = session();
        answered(says(ADA, here, "1"), thought("T"), speech("One."));
        answered(says(BO, here, "2"), speech("Two."));

        privacy().delete(ADA);

        assertThat(lines(here)).containsExactly("One.", "text of 2", "Two.");
    }

    @Test
    void delete_turnsThatWaitOrArePlayed_areCancelled() {
        Session here = session();
        Turn played = turns().begin(says(ADA, here, "1").id(), "Elena");
        turns().segment(played.id(), 0, plan("P"));
        Turn waiting = says(ADA, here, "2");
        Session hall = hall();
        Turn other = turns().begin(says(BO, hall, "3").id(), "Elena");
        Turn shared = turns().begin(says(ADA, hall, "4").id(), "Elena");
        turns().segment(shared.id(), 0, speech("Half"));

        assertThat(privacy().delete(ADA)).containsExactlyInAnyOrder(played.id(), waiting.id(), shared.id());

        assertThat(turns().open()).extracting(Turn::id).containsExactly(other.id());
        for (Turn gone : List.of(played, waiting, shared)) {
            assertThat(state(gone)).isEqualTo(State.CANCELLED);
            assertThat(turns().find(gone.id()).orElseThrow().segments()).isEmpty();
            assertThat(turns().find(gone.id()).orElseThrow().replyTo()).isEmpty();
            assertThatThrownBy(() -> turns().segment(gone.id(), 1, speech("More")))
                    .isInstanceOf(IllegalStateException.class);
            turns().end(gone.id(), State.FAILED, Optional.empty());
        }
        assertThat(lines(hall)).containsExactly("text of 3");
    }

    @Test
    void delete_turnThatWaitsForOthersToo_goesOnWithTheirs() {
        Session hall = hall();
        Turn turn = says(BO, hall, "1");
        assertThat(says(ADA, hall, "2").id()).isEqualTo(turn.id());

        assertThat(privacy().delete(ADA)).isEmpty();

        Turn left = turns().find(turn.id()).orElseThrow();
        assertThat(left.state()).isEqualTo(State.RECEIVED);
        assertThat(left.replyTo()).contains(new MessageRef(HALL, "1"));
        answered(left, speech("One."));
        assertThat(lines(hall)).containsExactly("text of 1", "One.");
    }

    @Test
    void delete_retryOfTheReplyToHer_isCancelled() {
        Session hall = hall();
        answered(says(ADA, hall, "1"), speech("One."));
        Turn retry = turns().begin(
                        turns().again(hall, Kind.RETRY, NOON).orElseThrow().id(), "Elena");
        turns().segment(retry.id(), 0, thought("T"));

        assertThat(privacy().delete(ADA)).containsExactly(retry.id());

        assertThat(turns().find(retry.id()).orElseThrow().segments()).isEmpty();
        assertThat(lines(hall)).containsExactly("One.");
    }

    @Test
    void delete_whileAReplyIsPosted_letsThePostmanFinish() {
        Session here = session();
        Turn alone = play(says(ADA, here, "1"), thought("T"), speech("One."));
        Session hall = hall();
        Turn shared = play(says(ADA, hall, "2"), thought("T"), speech("Two."));
        posts().intend(shared.id(), 1);

        assertThat(privacy().delete(ADA)).isEmpty();

        for (Turn turn : List.of(alone, shared)) {
            posts().intend(turn.id(), 1);
            posts().receipt(turn.id(), 1, new Receipt.Sent(List.of("p")));
            assertThat(posts().postings(turn.id())).hasSize(1);
            turns().end(turn.id(), State.POSTED, Optional.empty());
            assertThat(state(turn)).isEqualTo(State.CANCELLED);
        }
        assertThat(lines(hall)).containsExactly("Two.");
        assertThat(turns().find(alone.id()).orElseThrow().segments()).isEmpty();
    }

    @Test
    void delete_messageThatComesAgain_isNotTaken() {
        Session hall = hall();
        answered(says(ADA, hall, "1"), speech("One."));
        sessions().delete(new MessageRef(HALL, "1"));
        answered(says(ADA, hall, "2", NOON.plusSeconds(5)), speech("Two."));

        privacy().delete(ADA);

        for (InboundMessage again : List.of(by(ADA, HALL, "1", NOON), by(ADA, HALL, "2", NOON.plusSeconds(5)))) {
            assertThat(turns().takes(again)).isFalse();
            assertThat(turns().admit(hall, again, MANY)).isEqualTo(new Admitted.Unwanted());
        }
        assertThat(turns().open()).isEmpty();
        assertThat(lines(hall)).containsExactly("One.", "Two.");
        privacy().delete(ADA);
        assertThat(turns().takes(by(ADA, HALL, "2", NOON.plusSeconds(5)))).isFalse();
        says(BO, hall, "3");
        says(ADA, hall, "4", NOON.plusSeconds(6));
        assertThat(lines(hall)).endsWith("text of 3", "text of 4");
    }

    @Test
    void delete_personWhoIntroducedHerself_isUnknownAgain() {
        Person bo = new Person(BO, Optional.empty(), "A baker.", NOON);
        people().put(adaHerself());
        people().put(bo);

        privacy().delete(ADA);

        assertThat(people().find(ADA)).isEmpty();
        assertThat(people().find(BO)).contains(bo);
        assertThat(exported(ADA)).isEmpty();
        assertThat(privacy().show(ADA).since()).isEmpty();
    }

    @Test
    void delete_stranger_changesNothing() {
        Session hall = hall();
        answered(says(ADA, hall, "1"), speech("One."));

        assertThat(privacy().delete(BO)).isEmpty();

        assertThat(lines(hall)).hasSize(2);
        assertThat(sessions().current(HALL)).contains(hall);
        says(BO, hall, "2", NOON.minusSeconds(100));
    }

    @Test
    void delete_sessionThatSheOpened_goesOnAsThatOfWhomItHeardLast() {
        Session hall = hall();
        answered(says(BO, hall, "1"), speech("One."));
        answered(says(ADA, hall, "2"), speech("Two."));

        privacy().delete(ADA);

        Session left = sessions().current(HALL).orElseThrow();
        assertThat(left.id()).isEqualTo(hall.id());
        assertThat(left.userName()).isEqualTo("Bo");
        assertThat(left.userProfile()).isEmpty();
        assertThat(left.scene()).contains("Tea");
        privacy().delete(BO);
        assertThat(sessions().current(HALL)).isEmpty();
    }

    @Test
    void delete_sessionThatHeardNobodyElse_ends() {
        Session hall = hall();
        answered(says(ADA, hall, "1"), speech("One."));

        privacy().delete(ADA);

        assertThat(sessions().current(HALL)).isEmpty();
        Session left = sessions().find(hall.id()).orElseThrow();
        assertThat(left.userName() + left.userProfile()).isEmpty();
        Opened next = sessions().open(opening(HALL, "elena"));
        assertThat(next.fresh()).isTrue();
        assertThat(sessions().reopen(next.session())).isEmpty();
    }
}
