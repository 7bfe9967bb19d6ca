package dramatis.persistence;

import dramatis.message.UserRef;
import dramatis.persona.PeopleStore;
import dramatis.persona.Person;
import java.util.Optional;

final class DatabasePeopleStore implements PeopleStore {
    private final Transactions transactions;

    DatabasePeopleStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Person> find(UserRef user) {
        return transactions.run(sql -> new People(sql).find(user));
    }

    @Override
    public void put(Person person) {
        transactions.change(sql -> new People(sql).put(person));
    }

    @Override
    public void clear(UserRef user, String displayName) {
        transactions.change(sql -> new People(sql).clear(user, displayName));
    }
}
