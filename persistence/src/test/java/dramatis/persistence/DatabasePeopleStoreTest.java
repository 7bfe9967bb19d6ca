package dramatis.persistence;

import dramatis.persona.PeopleStore;
import dramatis.persona.PeopleStoreContract;
import dramatis.session.SessionStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabasePeopleStoreTest extends PeopleStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected PeopleStore store() {
        return database.get().people();
    }

    @Override
    protected SessionStore sessions() {
        return database.get().sessions();
    }
}
