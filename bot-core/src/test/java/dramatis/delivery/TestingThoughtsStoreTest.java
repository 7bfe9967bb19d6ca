package dramatis.delivery;

class TestingThoughtsStoreTest extends ThoughtsStoreContract {
    private final ThoughtsStore store = new TestingThoughtsStore();

    @Override
    protected ThoughtsStore thoughts() {
        return store;
    }
}
