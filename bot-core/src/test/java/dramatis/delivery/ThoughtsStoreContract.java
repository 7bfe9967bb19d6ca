package dramatis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link ThoughtsStore} does. */
public abstract class ThoughtsStoreContract {
    protected abstract ThoughtsStore thoughts();

    @Test
    void find_nothingChosen_isEmpty() {
        assertThat(thoughts().find("discord")).isEmpty();
    }

    @Test
    void put_platform_isWhatWasChosenLast() {
        thoughts().put("discord", Thoughts.in("42"));
        assertThat(thoughts().find("discord")).contains(Thoughts.in("42"));
        thoughts().put("discord", Thoughts.DM);
        assertThat(thoughts().find("discord")).contains(Thoughts.DM);
        assertThat(thoughts().find("telegram")).isEmpty();
    }
}
