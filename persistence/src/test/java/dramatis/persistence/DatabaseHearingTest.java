package dramatis.persistence;

import dramatis.delivery.PostStore;
import dramatis.session.HearingContract;
import dramatis.session.SessionStore;
import dramatis.turn.TurnStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseHearingTest extends HearingContract {
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
