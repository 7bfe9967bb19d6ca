package dramatis.persistence;

import dramatis.message.Place;
import dramatis.message.Speaker;
import dramatis.message.UserRef;
import dramatis.privacy.Keepsake;
import dramatis.privacy.Kept;
import dramatis.privacy.PrivacyStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

final class DatabasePrivacyStore implements PrivacyStore {
    private final Transactions transactions;

    DatabasePrivacyStore(Transactions transactions) {
        this.transactions = transactions;
    }

    private static String key(UserRef person) {
        return Speaker.person(person).key();
    }

    @Override
    public Kept show(UserRef person) {
        return transactions.run(sql -> new PersonalRows(sql).show(key(person)));
    }

    @Override
    public void export(UserRef user, Consumer<Keepsake> taker) {
        String person = key(user);
        transactions
                .run(sql -> new People(sql).find(user))
                .map(PersonalRows::introduction)
                .ifPresent(taker);
        transactions.run(sql -> new PersonalRows(sql).descriptions(person)).forEach(taker);
        List<Long> privateSessions = transactions.run(sql -> new PersonalRows(sql).privateSessions(person));
        long end = transactions.run(Retention::lastUtterance);
        for (long from = 0; from <= end; from += PersonalRows.PAGE) {
            long first = from;
            transactions
                    .run(sql -> new PersonalRows(sql).page(person, privateSessions, first, first + PersonalRows.PAGE))
                    .forEach(taker);
        }
        transactions.run(sql -> new PersonalRows(sql).overheard(person)).forEach(taker);
    }

    @Override
    public List<Long> delete(UserRef person) {
        return transactions.run(sql -> new Forgetting(sql).person(key(person)));
    }

    @Override
    public void optOut(UserRef person, boolean out) {
        transactions.change(sql -> new Wishes(sql).optOut(key(person), out));
    }

    @Override
    public boolean optedOut(UserRef person) {
        return transactions.run(sql -> new Wishes(sql).optedOut(key(person)));
    }

    @Override
    public long deleteOlderThan(Instant time) {
        return Retention.all(transactions, time);
    }

    @Override
    public int deleteLeft(Instant before) {
        List<Place> left = transactions.run(sql -> new LeftPlaces(sql).before(before));
        left.forEach(place -> transactions.change(sql -> new Forgetting(sql).place(place)));
        return left.size();
    }
}
