package dramatis.session;

import dramatis.delivery.PostStore;
import dramatis.turn.TestingStores;
import dramatis.turn.TurnStore;

class TestingHearingTest extends HearingContract {
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
