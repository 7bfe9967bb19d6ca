package dramatis.access;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of grants keeps to. */
public abstract class AccessStoreContract {
    private static final Place HERE = new Place("testing", "here");
    private static final Place THERE = new Place("testing", "there");
    private static final UserRef ADA = new UserRef("testing", "ada");
    private static final UserRef BO = new UserRef("testing", "bo");
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456789Z");

    /** An empty store, the same one throughout a test. */
    protected abstract AccessStore store();

    @Test
    void put_grant_holdsInItsPlaceAlone() {
        Grant grant = grant(ADA, Role.MANAGER);
        store().put(HERE, grant);

        assertThat(store().grant(HERE, ADA)).contains(grant);
        assertThat(store().grant(HERE, BO)).isEmpty();
        assertThat(store().grant(THERE, ADA)).isEmpty();
        assertThat(store().grant(new Place("other", "here"), new UserRef("other", "ada")))
                .isEmpty();
    }

    @Test
    void put_another_isInsteadOfTheFirst() {
        store().put(HERE, grant(ADA, Role.MANAGER));
        store().put(HERE, grant(BO, Role.MANAGER));
        store().put(HERE, grant(ADA, Role.BLOCKED));

        assertThat(store().grants(HERE)).containsExactly(grant(BO, Role.MANAGER), grant(ADA, Role.BLOCKED));
    }

    @Test
    void takeBack_onlyWhatHolds() {
        store().put(HERE, grant(ADA, Role.MANAGER));

        assertThat(store().takeBack(HERE, grant(ADA, Role.BLOCKED))).isFalse();
        assertThat(store().takeBack(THERE, grant(ADA, Role.MANAGER))).isFalse();
        assertThat(store().grants(HERE)).hasSize(1);
        assertThat(store().takeBack(HERE, grant(ADA, Role.MANAGER))).isTrue();
        assertThat(store().takeBack(HERE, grant(ADA, Role.MANAGER))).isFalse();
        assertThat(store().grants(HERE)).isEmpty();
    }

    @Test
    void audited_everyChangeOfAPlace_newestFirst() {
        store().put(HERE, grant(ADA, Role.MANAGER));
        store().put(THERE, grant(ADA, Role.MANAGER));
        store().takeBack(HERE, grant(ADA, Role.MANAGER));
        store().takeBack(HERE, grant(ADA, Role.MANAGER));
        store().put(HERE, grant(ADA, Role.BLOCKED));
        AuditEntry other = new AuditEntry(HERE, ADA, "persona edit", "elena", NOON);
        store().audit(other);

        assertThat(store().audited(HERE, 10))
                .containsExactly(
                        other,
                        new AuditEntry(HERE, BO, "blocked add", "ada", NOON),
                        new AuditEntry(HERE, BO, "manager remove", "ada", NOON),
                        new AuditEntry(HERE, BO, "manager add", "ada", NOON));
    }

    @Test
    void audited_atMost() {
        IntStream.range(0, 5).forEach(i -> store().audit(new AuditEntry(HERE, ADA, "say", String.valueOf(i), NOON)));
        assertThat(store().audited(HERE, 2)).extracting(AuditEntry::subject).containsExactly("4", "3");
    }

    private static Grant grant(UserRef user, Role role) {
        return new Grant(user, role, BO, NOON);
    }
}
