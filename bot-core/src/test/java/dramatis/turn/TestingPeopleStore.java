package dramatis.turn;

import dramatis.message.Speaker;
import dramatis.message.UserRef;
import dramatis.persona.PeopleStore;
import dramatis.persona.Person;
import dramatis.session.Session;
import java.util.Optional;

/** What people said about themselves, in memory: see {@link TestingStores}. */
final class TestingPeopleStore implements PeopleStore {
    private final TestingStores stores;
    private final Rows rows;

    TestingPeopleStore(TestingStores stores) {
        this.stores = stores;
        this.rows = stores.rows();
    }

    private static String key(UserRef user) {
        return Speaker.person(user).key();
    }

    @Override
    public Optional<Person> find(UserRef user) {
        return stores.transaction(() -> Optional.ofNullable(rows.people.get(key(user))));
    }

    @Override
    public void put(Person person) {
        stores.change(() -> rows.people.put(key(person.user()), person));
    }

    @Override
    public void clear(UserRef user, String displayName) {
        stores.change(() -> Optional.ofNullable(rows.people.remove(key(user)))
                .ifPresent(person -> rows.sessions.values().stream()
                        .filter(row -> row.openedBy.equals(Optional.of(key(user))))
                        .forEach(row -> row.session = without(person, row.session, displayName))));
    }

    private static Session without(Person person, Session old, String displayName) {
        return new Session(
                old.id(),
                old.key(),
                old.personaId(),
                person.name().equals(Optional.of(old.userName())) ? displayName : old.userName(),
                "",
                old.scene(),
                old.chosen(),
                old.historyFrom(),
                old.openedAt());
    }
}
