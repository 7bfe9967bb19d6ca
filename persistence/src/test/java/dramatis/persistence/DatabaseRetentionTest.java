package dramatis.persistence;

import dramatis.delivery.PostStore;
import dramatis.privacy.PrivacyStore;
import dramatis.privacy.RetentionContract;
import dramatis.session.SessionStore;
import dramatis.turn.TurnStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRetentionTest extends RetentionContract {
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
    protected SessionStore sessions() {
        return database.sessions();
    }

    @Override
    protected TurnStore turns() {
        return database.turns();
    }

    @Override
    protected PostStore posts() {
        return database.posts();
    }

    @Override
    protected PrivacyStore privacy() {
        return database.privacy();
    }
}
