package dramatis.address;

class TestingChannelSettingsStoreTest extends ChannelSettingsStoreContract {
    private final TestingChannelSettingsStore store = new TestingChannelSettingsStore();

    @Override
    protected ChannelSettingsStore store() {
        return store;
    }
}
