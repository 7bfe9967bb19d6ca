package dramatis.persistence;

import dramatis.access.AccessStore;
import dramatis.access.AuditEntry;
import dramatis.access.Grant;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.util.List;
import java.util.Optional;

final class DatabaseAccessStore implements AccessStore {
    private final Transactions transactions;

    DatabaseAccessStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Grant> grant(Place place, UserRef user) {
        return transactions.run(sql -> new Grants(sql, place).find(user));
    }

    @Override
    public void put(Place place, Grant grant) {
        transactions.change(sql -> {
            Grants grants = new Grants(sql, place);
            grants.remove(grant.user());
            grants.add(grant);
            new Audit(sql).add(AuditEntry.added(place, grant));
        });
    }

    @Override
    public boolean takeBack(Place place, Grant grant) {
        return transactions.run(sql -> {
            Grants grants = new Grants(sql, place);
            boolean there = grants.find(grant.user())
                    .filter(it -> it.role() == grant.role())
                    .isPresent();
            if (there) {
                grants.remove(grant.user());
                new Audit(sql).add(AuditEntry.removed(place, grant));
            }
            return there;
        });
    }

    @Override
    public List<Grant> grants(Place place) {
        return transactions.run(sql -> new Grants(sql, place).all());
    }

    @Override
    public void audit(AuditEntry entry) {
        transactions.change(sql -> new Audit(sql).add(entry));
    }

    @Override
    public List<AuditEntry> audited(Place place, int most) {
        return transactions.run(sql -> new Audit(sql).newest(place, most));
    }
}
