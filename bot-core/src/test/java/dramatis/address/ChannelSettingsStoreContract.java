package dramatis.address;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.ConversationRef;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link ChannelSettingsStore} does. */
public abstract class ChannelSettingsStoreContract {
    private static final ConversationRef CHANNEL = new ConversationRef("discord", "tavern", "");
    private static final ConversationRef THREAD = new ConversationRef("discord", "tavern", "cellar");
    private static final ChannelSettings ALL = ChannelSettings.DEFAULT.withTriggers(Triggers.parse("all"));
    private static final ChannelSettings COMMANDS = ChannelSettings.DEFAULT.withTriggers(Triggers.COMMANDS);

    /** An empty store. */
    protected abstract ChannelSettingsStore store();

    @Test
    void find_nothingChosen_isEmpty() {
        assertThat(store().find(CHANNEL)).isEmpty();
        assertThat(store().find(THREAD)).isEmpty();
    }

    @Test
    void put_eachValue_comesBack() {
        for (Scope scope : Scope.values()) {
            for (Listen listen : Listen.values()) {
                for (String triggers :
                        new String[] {"mention", "reply", "name", "all", "chance=0.123456789", "commands"}) {
                    boolean streaming = scope == Scope.THREAD;
                    ChannelSettings settings = new ChannelSettings(
                            Triggers.parse(triggers), scope, listen, Duration.ofSeconds(12_345), 17, streaming);
                    store().put(CHANNEL, settings);
                    assertThat(store().find(CHANNEL)).contains(settings);
                }
            }
        }
    }

    @Test
    void put_again_replacesTheEarlier() {
        store().put(CHANNEL, ALL);
        store().put(CHANNEL, COMMANDS);

        assertThat(store().find(CHANNEL)).contains(COMMANDS);
        store().clear(CHANNEL);
        assertThat(store().find(CHANNEL)).isEmpty();
    }

    @Test
    void find_thread_inheritsItsChannelsUntilItHasItsOwn() {
        store().put(CHANNEL, ALL);
        assertThat(store().find(THREAD)).contains(ALL);

        store().put(THREAD, COMMANDS);
        assertThat(store().find(THREAD)).contains(COMMANDS);
        assertThat(store().find(CHANNEL)).contains(ALL);

        store().clear(THREAD);
        assertThat(store().find(THREAD)).contains(ALL);
    }

    @Test
    void chosen_place_isThatOfExactlyThisOne() {
        store().put(CHANNEL, ALL);

        assertThat(store().chosen(CHANNEL)).isTrue();
        assertThat(store().chosen(THREAD)).isFalse();
        store().put(THREAD, COMMANDS);
        store().clear(CHANNEL);
        assertThat(store().chosen(CHANNEL)).isFalse();
        assertThat(store().chosen(THREAD)).isTrue();
    }

    @Test
    void find_otherPlaces_haveNothingOfIt() {
        store().put(THREAD, COMMANDS);
        store().put(new ConversationRef("telegram", "tavern", ""), ALL);

        assertThat(store().find(CHANNEL)).isEmpty();
        assertThat(store().find(new ConversationRef("discord", "tavern", "attic")))
                .isEmpty();
        assertThat(store().find(new ConversationRef("discord", "cellar", ""))).isEmpty();
        assertThat(store().find(new ConversationRef("telegram", "tavern", "cellar")))
                .contains(ALL);
    }

    @Test
    void clear_channel_leavesItsThreadsAlone() {
        store().put(CHANNEL, ALL);
        store().put(THREAD, COMMANDS);
        store().clear(CHANNEL);

        assertThat(store().find(CHANNEL)).isEmpty();
        assertThat(store().find(THREAD)).contains(COMMANDS);
    }

    @Test
    void clear_nothingChosen_isNothing() {
        store().clear(CHANNEL);
        assertThat(store().find(CHANNEL)).isEmpty();
    }

    @Test
    void move_chosen_isFoundUnderTheNewIdAlone() {
        ConversationRef larger = new ConversationRef("telegram", "-100", "");
        ConversationRef group = new ConversationRef("telegram", "-1", "");
        store().put(group, ALL);
        store().move(group, larger);

        assertThat(store().find(larger)).contains(ALL);
        assertThat(store().find(group)).isEmpty();
    }

    @Test
    void move_intoAPlaceThatChose_leavesThatAsItIs() {
        store().put(CHANNEL, ALL);
        store().put(THREAD, COMMANDS);
        store().move(CHANNEL, THREAD);

        assertThat(store().find(THREAD)).contains(COMMANDS);
        assertThat(store().find(CHANNEL)).isEmpty();
    }

    @Test
    void move_nothingChosen_isNothing() {
        store().put(THREAD, COMMANDS);
        store().move(CHANNEL, THREAD);

        assertThat(store().find(THREAD)).contains(COMMANDS);
    }

    @Test
    void move_toItself_changesNothing() {
        store().put(THREAD, COMMANDS);
        store().move(THREAD, THREAD);

        assertThat(store().find(THREAD)).contains(COMMANDS);
    }
}
