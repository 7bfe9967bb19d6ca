package dramatis.persona;

class TestingPersonaStoreTest extends PersonaStoreContract {
    @Override
    protected PersonaStore store() {
        return new TestingPersonaStore(
                TestingPersonaStore.persona("zoe", "Zoe"), TestingPersonaStore.persona("zz-adam", "Adam"));
    }
}
