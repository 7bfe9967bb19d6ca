package dramatis.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What every store of characters keeps to. */
public abstract class PersonaStoreContract {
    /** A store that holds at least Zoe, whose id is {@code zoe}, and Adam, whose id is {@code zz-adam}. */
    protected abstract PersonaStore store();

    @Test
    void find_idOfOne_isThatOne() {
        assertThat(store().find("zoe")).map(Persona::name).contains("Zoe");
        assertThat(store().find("zz-adam")).map(Persona::name).contains("Adam");
    }

    @Test
    void find_unknownId_isEmpty() {
        assertThat(store().find("nobody-has-this-id")).isEmpty();
        assertThat(store().find("")).isEmpty();
    }

    @Test
    void find_nameOrPartOrOtherCase_isEmpty() {
        assertThat(store().find("Zoe")).isEmpty();
        assertThat(store().find("zo")).isEmpty();
        assertThat(store().find(" zoe")).isEmpty();
    }

    @Test
    void list_any_isSortedByNameNotById() {
        List<String> names = store().list().stream().map(Persona::name).toList();
        assertThat(names).contains("Adam", "Zoe");
        assertThat(names)
                .isSortedAccordingTo((a, b) -> a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT)));
    }

    @Test
    void list_any_holdsWhatFindFindsOnce() {
        PersonaStore store = store();
        assertThat(store.list()).allSatisfy(p -> assertThat(store.find(p.id())).contains(p));
        assertThat(store.list()).extracting(Persona::id).doesNotHaveDuplicates();
    }

    @Test
    void list_anyCall_cannotBeChanged() {
        List<Persona> list = store().list();
        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
