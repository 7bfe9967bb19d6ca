package dramatis.persistence;

import dramatis.access.AccessStore;
import dramatis.access.AccessStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseAccessStoreTest extends AccessStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected AccessStore store() {
        return database.get().access();
    }
}
