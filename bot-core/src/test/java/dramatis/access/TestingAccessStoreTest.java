package dramatis.access;

class TestingAccessStoreTest extends AccessStoreContract {
    private final AccessStore store = new TestingAccessStore();

    @Override
    protected AccessStore store() {
        return store;
    }
}
