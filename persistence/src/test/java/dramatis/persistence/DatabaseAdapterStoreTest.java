package dramatis.persistence;

import dramatis.platform.AdapterStore;
import dramatis.platform.AdapterStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseAdapterStoreTest extends AdapterStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected AdapterStore store() {
        return database.get().adapters();
    }
}
