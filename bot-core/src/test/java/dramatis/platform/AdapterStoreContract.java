package dramatis.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link AdapterStore} does. */
public abstract class AdapterStoreContract {
    protected abstract AdapterStore store();

    @Test
    void owner_nobodyPaired_isEmpty() {
        assertThat(store().owner("telegram")).isEmpty();
    }

    @Test
    void pair_user_isThePlatformsOwnerUntilAnotherIs() {
        store().pair("telegram", "7");
        store().pair("telegram", "8");
        assertThat(store().owner("telegram")).contains("8");
        assertThat(store().owner("discord")).isEmpty();
    }

    @Test
    void begin_event_isNewOnceOnEachPlatform() {
        assertThat(store().begin("telegram", "a")).isTrue();
        assertThat(store().begin("telegram", "a")).isFalse();
        assertThat(store().begin("discord", "a")).isTrue();
    }

    @Test
    void begin_manyEvents_remembersTheLast() {
        for (int i = 0; i < AdapterStore.BEGUN + 10; i++) {
            assertThat(store().begin("telegram", "e" + i)).isTrue();
        }
        assertThat(store().begin("telegram", "e10")).isFalse();
        assertThat(store().begin("telegram", "e9")).isTrue();
    }
}
