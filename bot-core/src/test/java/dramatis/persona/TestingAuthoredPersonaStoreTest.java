package dramatis.persona;

class TestingAuthoredPersonaStoreTest extends AuthoredPersonaStoreContract {
    private final AuthoredPersonaStore store = new TestingAuthoredPersonaStore();

    @Override
    protected AuthoredPersonaStore store() {
        return store;
    }
}
