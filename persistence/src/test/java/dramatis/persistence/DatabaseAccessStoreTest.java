package dramatis.persistence;

import dramatis.access.AccessStore;
import dramatis.access.AccessStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAccessStoreTest extends AccessStoreContract {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected AccessStore store() {
        return database.access();
    }
}
