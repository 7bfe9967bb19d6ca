package dramatis.platform;

class TestingAdapterStoreTest extends AdapterStoreContract {
    private final AdapterStore store = new TestingAdapterStore();

    @Override
    protected AdapterStore store() {
        return store;
    }
}
