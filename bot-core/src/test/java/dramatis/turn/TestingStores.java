package dramatis.turn;

import dramatis.Bot;
import dramatis.access.TestingAccessStore;
import dramatis.address.TestingChannelSettingsStore;
import dramatis.delivery.PostStore;
import dramatis.delivery.TestingThoughtsStore;
import dramatis.persona.PeopleStore;
import dramatis.persona.TestingAuthoredPersonaStore;
import dramatis.privacy.PrivacyStore;
import dramatis.session.SessionStore;
import dramatis.session.StoreException;
import java.util.function.Supplier;

/**
 * The stores in memory, for tests: five ports over the same rows, as they are five ports over one database. What was
 * kept lives as long as this object: give the same one to a second set of objects under test to play a restart.
 */
public final class TestingStores {
    private final Rows rows = new Rows();
    private final TestingAuthoredPersonaStore personas = new TestingAuthoredPersonaStore();
    private final TestingAccessStore access = new TestingAccessStore();
    private final TestingChannelSettingsStore channels = new TestingChannelSettingsStore();
    private final TestingThoughtsStore thoughts = new TestingThoughtsStore();
    private boolean broken;

    /** All that a bot keeps. */
    public Bot.Stores all() {
        return new Bot.Stores(sessions(), turns(), posts(), personas, access, channels, people(), privacy(), thoughts);
    }

    public TestingAuthoredPersonaStore personas() {
        return personas;
    }

    public TestingAccessStore access() {
        return access;
    }

    public TestingChannelSettingsStore channels() {
        return channels;
    }

    public TestingThoughtsStore thoughts() {
        return thoughts;
    }

    public SessionStore sessions() {
        return new TestingSessionStore(this);
    }

    public TurnStore turns() {
        return new TestingTurnStore(this);
    }

    public PostStore posts() {
        return new TestingPostStore(this);
    }

    public PeopleStore people() {
        return new TestingPeopleStore(this);
    }

    public PrivacyStore privacy() {
        return new TestingPrivacyStore(this);
    }

    /** From now on each call fails with a {@link StoreException} and changes nothing, or works again. */
    public synchronized void broken(boolean value) {
        broken = value;
    }

    synchronized <T> T transaction(Supplier<T> work) {
        if (broken) {
            throw new StoreException("the store is broken, as the test asked");
        }
        return work.get();
    }

    void change(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    Rows rows() {
        return rows;
    }
}
