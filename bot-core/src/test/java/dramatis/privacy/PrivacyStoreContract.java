package dramatis.privacy;

import static dramatis.message.Segment.action;
import static dramatis.message.Segment.plan;
import static dramatis.message.Segment.speech;
import static dramatis.message.Segment.thought;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.session.Session;
import dramatis.session.SessionKey;
import dramatis.session.SessionStore.Opening;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore.Admitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PrivacyStore} tells people, and how it keeps those out who want that. */
public abstract class PrivacyStoreContract extends PrivacyContract {
    @Test
    void show_stranger_isNothing() {
        answered(says(BO, hall(), "1"), speech("Hello."));

        assertThat(privacy().show(new UserRef("console", "eve"))).isEqualTo(new Kept(0, 0, 0, Optional.empty(), false));
        assertThat(privacy().show(new UserRef("other", "bo")).messages()).isZero();
    }

    @Test
    void show_talkInTwoPlaces_countsWhatIsKept() {
        Session here = session();
        answered(says(ADA, here, "1", NOON.minusSeconds(9)), speech("Hello."));
        turns().undo(here);
        answered(says(ADA, here, "2"), speech("Hello again."));
        Session hall = hall();
        says(ADA, hall, "3");
        says(BO, hall, "4");
        sessions().delete(new MessageRef(HALL, "3"));

        assertThat(privacy().show(ADA)).isEqualTo(new Kept(2, 1, 2, Optional.of(NOON.minusSeconds(9)), false));
        assertThat(privacy().show(BO)).isEqualTo(new Kept(1, 0, 1, Optional.of(NOON), false));
    }

    @Test
    void show_restartedSession_isStillTheOpeners() {
        Session hall = hall();
        sessions().restart(hall.id(), NOON);

        assertThat(privacy().show(ADA).descriptions()).isEqualTo(2);
    }

    @Test
    void export_privateChat_hasTheRepliesWithoutTheirThoughts() {
        Session here = session();
        Turn turn = answered(says(ADA, here, "1"), plan("Plan."), thought("Hm."), action("nods"), speech("Hello."));
        Instant replied = sessions()
                .history(here.id(), turn.replyId(), Long.MAX_VALUE)
                .get(0)
                .at();

        assertThat(exported(ADA))
                .containsExactly(
                        new Keepsake.Message(ref("1"), NOON, "Ada", "text of 1"),
                        new Keepsake.Reply(HERE, replied, "Elena", List.of(action("nods"), speech("Hello."))));
        assertThat(exported(BO)).isEmpty();
    }

    @Test
    void export_sharedPlace_hasHerMessagesAndDescriptionAlone() {
        Session hall = hall();
        answered(says(ADA, hall, "1"), speech("Hello."));
        answered(says(BO, hall, "2"), speech("You too."));
        sessions().edit(new MessageRef(HALL, "1"), "edited");
        says(ADA, hall, "3");
        sessions().delete(new MessageRef(HALL, "3"));

        assertThat(exported(ADA))
                .containsExactly(
                        new Keepsake.Description(HALL, NOON, "elena", "Ada", "A mathematician"),
                        new Keepsake.Message(new MessageRef(HALL, "1"), NOON, "Ada", "edited"));
        assertThat(exported(BO))
                .containsExactly(new Keepsake.Message(new MessageRef(HALL, "2"), NOON, "Bo", "text of 2"));
    }

    @Test
    void export_personWhoIntroducedHerself_beginsWithThat() {
        people().put(adaHerself());
        says(ADA, hall(), "1");

        assertThat(exported(ADA)).hasSize(3);
        assertThat(exported(ADA).get(0))
                .isEqualTo(new Keepsake.Introduction(
                        NOON.minusSeconds(60), Optional.of("Lady Ada"), "Counts on engines."));
        assertThat(privacy().show(ADA)).isEqualTo(new Kept(1, 2, 1, Optional.of(NOON.minusSeconds(60)), false));
        assertThat(exported(BO)).isEmpty();
    }

    @Test
    void show_introductionAlone_isSomething() {
        people().put(adaHerself());

        assertThat(privacy().show(ADA)).isEqualTo(new Kept(0, 1, 0, Optional.of(NOON.minusSeconds(60)), false));
    }

    @Test
    void export_takerThatFails_isThrownAndTheStoreWorksOn() {
        says(ADA, session(), "1");

        assertThatThrownBy(() -> privacy().export(ADA, keepsake -> {
                    throw new IllegalArgumentException("full");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("full");
        assertThat(exported(ADA)).hasSize(1);
    }

    @Test
    void export_takerThatUsesTheStores_works() {
        says(ADA, session(), "1");
        List<Kept> seen = new ArrayList<>();

        privacy().export(ADA, keepsake -> seen.add(privacy().show(ADA)));

        assertThat(seen).hasSize(1);
    }

    @Test
    void optOut_person_isNeitherKeptNorAnsweredUntilBackIn() {
        Session hall = hall();
        answered(says(ADA, hall, "1"), speech("One."));

        privacy().optOut(ADA, true);

        assertThat(privacy().optedOut(ADA)).isTrue();
        assertThat(privacy().show(ADA)).isEqualTo(new Kept(1, 1, 1, Optional.of(NOON), true));
        InboundMessage message = by(ADA, HALL, "2", NOON.plusSeconds(1));
        assertThat(turns().takes(message)).isFalse();
        assertThat(turns().admit(hall, message, MANY)).isEqualTo(new Admitted.Unwanted());
        assertThat(turns().admit(hall, by(ADA, HALL, "1", NOON), MANY)).isEqualTo(new Admitted.Duplicate());
        assertThat(privacy().optedOut(BO)).isFalse();
        says(BO, hall, "3");
        assertThat(lines(hall)).containsExactly("text of 1", "One.", "text of 3");
        privacy().optOut(ADA, false);
        assertThat(privacy().optedOut(ADA)).isFalse();
        says(ADA, hall, "2", NOON.plusSeconds(1));
    }

    @Test
    void optOut_personWhoIsForgotten_staysOut() {
        says(ADA, session(), "1");
        privacy().optOut(ADA, true);

        privacy().delete(ADA);

        assertThat(privacy().optedOut(ADA)).isTrue();
        privacy().optOut(ADA, false);
        assertThat(turns().takes(by(ADA, HERE, "1", NOON))).isFalse();
    }

    @Test
    void edit_byOneWhoOptedOut_takesTheMessageAway() {
        Session hall = hall();
        answered(says(ADA, hall, "1"), speech("One."));
        answered(says(BO, hall, "2"), speech("Two."));
        privacy().optOut(ADA, true);

        sessions().edit(new MessageRef(HALL, "1"), "new");
        sessions().edit(new MessageRef(HALL, "2"), "new");

        assertThat(lines(hall)).containsExactly("One.", "new", "Two.");
        assertThat(privacy().show(ADA).messages()).isZero();
    }

    @Test
    void overheard_ofHers_isShownExportedAndDeleted() {
        Session hall = sessions().open(openedByAda(HALL)).session();
        sessions().overhear(hall, by(ADA, HALL, "o1", NOON));
        sessions().overhear(hall, by(BO, HALL, "o2", NOON));

        assertThat(privacy().show(ADA).messages()).isEqualTo(1);
        List<Keepsake> kept = new ArrayList<>();
        privacy().export(ADA, kept::add);
        assertThat(kept)
                .contains(new Keepsake.Message(new MessageRef(HALL, "o1"), NOON, "Ada", "text of o1"))
                .hasSize(2);

        privacy().delete(ADA);

        assertThat(privacy().show(ADA).messages()).isZero();
        assertThat(privacy().show(BO).messages()).isEqualTo(1);
        sessions().overhear(hall, by(ADA, HALL, "o1", NOON));
        assertThat(privacy().show(ADA).messages()).isZero();
    }

    @Test
    void overheard_ofOneWhoOptedOut_isNotKept() {
        Session hall = hall();
        privacy().optOut(ADA, true);
        sessions().overhear(hall, by(ADA, HALL, "o1", NOON));

        assertThat(privacy().show(ADA).messages()).isZero();
    }

    @Test
    void deleteLeft_place_leavesNothingOfItOnceItIsLongAgo() {
        Session hall = hall();
        says(BO, hall, "1");
        says(BO, session(HERE, "elena"), "2");
        sessions().overhear(hall, by(BO, HALL, "o1", NOON));
        sessions().leave(Place.of(HALL), NOON);
        sessions().leave(Place.of(YARD), NOON);
        sessions().join(Place.of(YARD));

        assertThat(privacy().deleteLeft(NOON)).isZero();
        assertThat(privacy().show(BO).messages()).isEqualTo(3);

        assertThat(privacy().deleteLeft(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(privacy().show(BO).messages()).isEqualTo(1);
        assertThat(sessions().find(hall.id())).isEmpty();
        assertThat(privacy().deleteLeft(NOON.plusSeconds(1))).isZero();
    }

    @Test
    void ownSession_inASharedPlace_isHersAlone() {
        SessionKey key = new SessionKey(HALL, Optional.of(ADA));
        Session own = sessions()
                .open(new Opening(key, "elena", Optional.of(ADA), "Ada", "", Optional.empty(), true, NOON))
                .session();
        says(ADA, own, "1");

        assertThat(privacy().delete(ADA)).hasSize(1);

        assertThat(sessions().find(own.id())).isEmpty();
    }
}
