package dramatis.turn;

import dramatis.delivery.PostStore;
import dramatis.session.SessionStore;

class TestingTurnStoreTest extends TurnStoreContract {
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
}
