package dramatis.persistence;

import dramatis.delivery.PostStore;
import dramatis.session.SessionStore;
import dramatis.session.SessionStoreContract;
import dramatis.turn.TurnStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseSessionStoreTest extends SessionStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected SessionStore sessions() {
        return database.get().sessions();
    }

    @Override
    protected TurnStore turns() {
        return database.get().turns();
    }

    @Override
    protected PostStore posts() {
        return database.get().posts();
    }
}
