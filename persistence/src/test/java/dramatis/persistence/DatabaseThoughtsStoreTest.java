package dramatis.persistence;

import dramatis.delivery.ThoughtsStore;
import dramatis.delivery.ThoughtsStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseThoughtsStoreTest extends ThoughtsStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected ThoughtsStore thoughts() {
        return database.get().thoughts();
    }
}
