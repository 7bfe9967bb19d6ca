package dramatis.persistence;

import dramatis.delivery.PostStore;
import dramatis.persona.PeopleStore;
import dramatis.privacy.DeletionContract;
import dramatis.privacy.PrivacyStore;
import dramatis.session.SessionStore;
import dramatis.turn.TurnStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseDeletionTest extends DeletionContract {
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

    @Override
    protected PeopleStore people() {
        return database.get().people();
    }

    @Override
    protected PrivacyStore privacy() {
        return database.get().privacy();
    }
}
