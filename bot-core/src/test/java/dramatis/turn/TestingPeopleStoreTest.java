package dramatis.turn;

import dramatis.persona.PeopleStore;
import dramatis.persona.PeopleStoreContract;
import dramatis.session.SessionStore;

class TestingPeopleStoreTest extends PeopleStoreContract {
    private final TestingStores stores = new TestingStores();

    @Override
    protected PeopleStore store() {
        return stores.people();
    }

    @Override
    protected SessionStore sessions() {
        return stores.sessions();
    }
}
