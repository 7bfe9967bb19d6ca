package dramatis.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.ConversationRef;
import dramatis.message.UserRef;
import dramatis.session.Session;
import dramatis.session.SessionStore;
import dramatis.session.SessionStore.Opening;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PeopleStore} keeps to, and the store of sessions beside it. */
public abstract class PeopleStoreContract {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123456789Z");
    private static final ConversationRef HALL = new ConversationRef("testing", "hall", "");
    private static final UserRef ADA = new UserRef("testing", "ada");
    private static final Person PERSON = new Person(ADA, Optional.of("Lady Ada"), "Counts.\nOn engines.", NOON);

    protected abstract PeopleStore store();

    /** Over the same rows. */
    protected abstract SessionStore sessions();

    @Test
    void find_whatWasPut_isThatOfThisPersonAlone() {
        store().put(PERSON);

        assertThat(store().find(ADA)).contains(PERSON);
        assertThat(store().find(new UserRef("testing", "bo"))).isEmpty();
        assertThat(store().find(new UserRef("other", "ada"))).isEmpty();
    }

    @Test
    void put_again_isInsteadOfWhatWasThere() {
        store().put(PERSON);
        Person later = new Person(ADA, Optional.empty(), "", NOON.plusSeconds(1));
        store().put(later);

        assertThat(store().find(ADA)).contains(later);
    }

    @Test
    void clear_person_isUnknownAgain() {
        store().clear(ADA, "ada99");
        store().put(PERSON);
        store().clear(ADA, "ada99");

        assertThat(store().find(ADA)).isEmpty();
    }

    @Test
    void clear_person_sessionsThatSheOpenedForgetToo() {
        store().put(PERSON);
        Session named = sessions()
                .restart(sessions().open(opening(Optional.of(ADA))).session().id(), NOON);
        assertThat(named.userName()).isEqualTo("Lady Ada");

        store().clear(ADA, "Ada");

        Session left = sessions().find(named.id()).orElseThrow();
        assertThat(left.userName()).isEqualTo("Ada");
        assertThat(left.userProfile()).isEmpty();
    }

    @Test
    void restart_sessionOfOneWhoSpokeOfHerself_knowsWhatSheSaid() {
        Session old = sessions().open(opening(Optional.of(ADA))).session();
        store().put(PERSON);
        assertThat(sessions().find(old.id()).orElseThrow().userName()).isEqualTo("ada99");

        Session next = sessions().restart(old.id(), NOON);

        assertThat(next.userName()).isEqualTo("Lady Ada");
        assertThat(next.userProfile()).isEqualTo("Counts.\nOn engines.");
        assertThat(sessions().current(HALL)).contains(next);
        store().put(new Person(ADA, Optional.empty(), "Somebody else.", NOON));
        Session last = sessions().restart(next.id(), NOON);
        assertThat(last.userName()).isEqualTo("Lady Ada");
        assertThat(last.userProfile()).isEqualTo("Somebody else.");
    }

    @Test
    void restart_sessionOfNobodyKnown_isAsItWas() {
        store().put(PERSON);
        Session old = sessions().open(opening(Optional.empty())).session();

        assertThat(sessions().restart(old.id(), NOON).userName()).isEqualTo("ada99");
    }

    private static Opening opening(Optional<UserRef> by) {
        return new Opening(HALL, "elena", by, "ada99", "", Optional.empty(), NOON);
    }
}
