package dramatis.privacy;

import dramatis.delivery.PostStore;
import dramatis.persona.PeopleStore;
import dramatis.session.SessionStore;
import dramatis.turn.TestingStores;
import dramatis.turn.TurnStore;

class TestingPrivacyStoreTest extends PrivacyStoreContract {
    private final TestingStores stores = new TestingStores();

    @Override
    protected SessionStore sessions() {
        return stores.sessions();
    }

    @Override
    protected TurnStore turns() {
        return stores.turns();
    }

    @Override
    protected PostStore posts() {
        return stores.posts();
    }

    @Override
    protected PeopleStore people() {
        return stores.people();
    }

    @Override
    protected PrivacyStore privacy() {
        return stores.privacy();
    }
}
