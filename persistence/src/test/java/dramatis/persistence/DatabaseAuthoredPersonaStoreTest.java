package dramatis.persistence;

import dramatis.persona.AuthoredPersonaStore;
import dramatis.persona.AuthoredPersonaStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAuthoredPersonaStoreTest extends AuthoredPersonaStoreContract {
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
    protected AuthoredPersonaStore store() {
        return database.personas();
    }
}
