package dramatis.persistence;

import dramatis.persona.AuthoredPersonaStore;
import dramatis.persona.AuthoredPersonaStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseAuthoredPersonaStoreTest extends AuthoredPersonaStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected AuthoredPersonaStore store() {
        return database.get().personas();
    }
}
