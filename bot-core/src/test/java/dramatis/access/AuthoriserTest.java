package dramatis.access;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthoriserTest {
    private static final Place HERE = new Place("testing", "here");
    private static final UserRef ADA = new UserRef("testing", "ada");
    private static final UserRef OWNER = new UserRef("testing", "owner");

    private final AccessStore store = new TestingAccessStore();
    private final Authoriser authoriser = new Authoriser(store, Set.of(OWNER));

    @ParameterizedTest
    @CsvSource({
        "ada, , false, false, MEMBER",
        "ada, , false, true, ADMIN",
        "ada, , true, false, ADMIN",
        "ada, MANAGER, false, false, MANAGER",
        "ada, MANAGER, false, true, ADMIN",
        "ada, BLOCKED, false, false, BLOCKED",
        "ada, BLOCKED, false, true, ADMIN",
        "owner, , false, false, OWNER",
        "owner, BLOCKED, false, false, OWNER"
    })
    void role_isTheFirstThatHolds(String user, Role granted, boolean inPrivate, boolean admin, Role expected) {
        UserRef who = new UserRef("testing", user);
        if (granted != null) {
            store.put(HERE, new Grant(who, granted, OWNER, Instant.EPOCH));
        }
        Caller caller = new Caller(who, HERE, inPrivate, () -> admin);
        assertThat(authoriser.role(caller)).isEqualTo(expected);
        assertThat(authoriser.blocked(caller)).isEqualTo(expected == Role.BLOCKED);
    }

    @Test
    void role_sameIdOnAnotherPlatform_isNotTheOwner() {
        Caller caller = new Caller(new UserRef("other", "owner"), new Place("other", "here"), false, () -> false);
        assertThat(authoriser.role(caller)).isEqualTo(Role.MEMBER);
    }

    @Test
    void blocked_nobodyBlockedThem_platformIsNotAsked() {
        Caller caller = new Caller(ADA, HERE, false, () -> {
            throw new AssertionError("asked");
        });
        assertThat(authoriser.blocked(caller)).isFalse();
    }

    @Test
    void allows_own_onlyWhereTheRuleSaysSo() {
        assertThat(Authoriser.allows(Role.MEMBER, Rule.ownOr(Role.ADMIN), () -> true))
                .isTrue();
        assertThat(Authoriser.allows(Role.MEMBER, Rule.ownOr(Role.ADMIN), () -> false))
                .isFalse();
        assertThat(Authoriser.allows(Role.MEMBER, Rule.atLeast(Role.ADMIN), () -> true))
                .isFalse();
        assertThat(Authoriser.allows(Role.BLOCKED, Rule.ownOr(Role.ADMIN), () -> true))
                .isFalse();
        assertThat(Authoriser.allows(Role.BLOCKED, Rule.atLeast(Role.MEMBER), () -> true))
                .isFalse();
        assertThat(Authoriser.allows(Role.BLOCKED, Rule.atLeast(Role.BLOCKED), () -> false))
                .isTrue();
    }
}
