package dramatis.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of people's characters keeps to. */
public abstract class AuthoredPersonaStoreContract {
    private static final Place HERE = new Place("testing", "here");
    private static final Place THERE = new Place("testing", "there");
    private static final UserRef ADA = new UserRef("testing", "ada");
    private static final UserRef BO = new UserRef("testing", "bo");
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456789Z");
    private static final int MANY = 10;

    /** An empty store, the same one throughout a test. */
    protected abstract AuthoredPersonaStore store();

    @Test
    void add_whole_isFoundAsItWas() {
        Persona draft = new Persona(
                "wren",
                "Wren Ω",
                Optional.of("A book"),
                "Profile.\nTwo lines.",
                "Public.",
                "Scene.",
                "Thought.",
                List.of("Hello.", "<role_action>nods</role_action>", ""),
                List.of(new Persona.Example("Bo: Hi", "Hi."), new Persona.Example("Bo: Bye", "Bye.")),
                "Tall.",
                List.of("a", "b"));

        AuthoredPersona added = store().add(draft, ADA, HERE, NOON, MANY).orElseThrow();

        assertThat(added.id()).matches("wren~\\d+");
        assertThat(added).isEqualTo(new AuthoredPersona(draft.withId(added.id()), ADA, HERE, false, NOON));
        assertThat(store().find(added.id())).contains(added);
        assertThat(store().find("wren")).isEmpty();
    }

    @Test
    void add_sameTwice_getsAnotherId() {
        assertThat(add("wren", ADA, HERE).id())
                .isNotEqualTo(add("wren", ADA, HERE).id());
    }

    @Test
    void add_tooMany_keepsNothing() {
        add("one", ADA, HERE);
        add("two", ADA, THERE);
        assertThat(store().add(draft("three"), ADA, HERE, NOON, 2)).isEmpty();
        assertThat(store().of(ADA)).hasSize(2);
        assertThat(store().add(draft("three"), BO, HERE, NOON, 2)).isPresent();
    }

    @Test
    void playable_isWhatWasMadeThereAndWhatIsShared() {
        AuthoredPersona two = add("two", ADA, HERE);
        AuthoredPersona one = add("one", BO, HERE);
        AuthoredPersona other = add("other", ADA, THERE);
        assertThat(store().playable(HERE)).containsExactly(one, two);

        store().share(other.id(), true);
        assertThat(store().playable(HERE))
                .extracting(AuthoredPersona::id)
                .containsExactly(one.id(), other.id(), two.id());
        assertThat(store().playable(new Place("other", "here")))
                .extracting(AuthoredPersona::id)
                .containsExactly(other.id());

        store().share(other.id(), false);
        assertThat(store().playable(HERE)).hasSize(2);
    }

    @Test
    void of_isTheOwnersEverywhere() {
        AuthoredPersona two = add("two", ADA, HERE);
        add("one", BO, HERE);
        AuthoredPersona other = add("other", ADA, THERE);
        assertThat(store().of(ADA)).containsExactly(other, two);
        assertThat(store().of(new UserRef("other", "ada"))).isEmpty();
    }

    @Test
    void replace_keepsIdAndOwner() {
        AuthoredPersona added = add("wren", ADA, HERE);
        Persona changed = TestingPersonaStore.persona(added.id(), "Robin");
        store().replace(changed);
        assertThat(store().find(added.id())).contains(new AuthoredPersona(changed, ADA, HERE, false, NOON));
    }

    @Test
    void transfer_changesTheOwner() {
        AuthoredPersona added = add("wren", ADA, HERE);
        store().transfer(added.id(), BO);
        assertThat(store().of(ADA)).isEmpty();
        assertThat(store().of(BO)).extracting(AuthoredPersona::id).containsExactly(added.id());
    }

    @Test
    void delete_isGoneAndItsIdIsNotGivenAgain() {
        AuthoredPersona added = add("wren", ADA, HERE);
        store().delete(added.id());
        assertThat(store().find(added.id())).isEmpty();
        assertThat(store().playable(HERE)).isEmpty();
        assertThat(add("wren", ADA, HERE).id()).isNotEqualTo(added.id());
    }

    @Test
    void change_unknown_isIllegal() {
        assertThatIllegalStateException().isThrownBy(() -> store().delete("wren~1"));
        assertThatIllegalStateException().isThrownBy(() -> store().share("wren~1", true));
        assertThatIllegalStateException().isThrownBy(() -> store().transfer("nobody", ADA));
        assertThatIllegalStateException()
                .isThrownBy(() -> store().replace(TestingPersonaStore.persona("wren~1", "Wren")));
    }

    private AuthoredPersona add(String id, UserRef owner, Place home) {
        return store().add(draft(id), owner, home, NOON, MANY).orElseThrow();
    }

    private static Persona draft(String id) {
        return TestingPersonaStore.persona(id, id);
    }
}
