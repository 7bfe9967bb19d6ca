package dramatis.access;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Grants and the audit log in memory, for tests. Safe for use by many threads. */
public final class TestingAccessStore implements AccessStore {
    private final Map<Place, Map<UserRef, Grant>> grants = new LinkedHashMap<>();
    private final List<AuditEntry> audit = new ArrayList<>();

    @Override
    public synchronized Optional<Grant> grant(Place place, UserRef user) {
        return Optional.ofNullable(of(place).get(user));
    }

    @Override
    public synchronized void put(Place place, Grant grant) {
        of(place).remove(grant.user());
        of(place).put(grant.user(), grant);
        audit(AuditEntry.added(place, grant));
    }

    @Override
    public synchronized boolean takeBack(Place place, Grant grant) {
        boolean there = grant(place, grant.user())
                .filter(it -> it.role() == grant.role())
                .isPresent();
        if (there) {
            of(place).remove(grant.user());
            audit(AuditEntry.removed(place, grant));
        }
        return there;
    }

    @Override
    public synchronized List<Grant> grants(Place place) {
        return List.copyOf(of(place).values());
    }

    @Override
    public synchronized void audit(AuditEntry entry) {
        audit.add(entry);
    }

    @Override
    public synchronized List<AuditEntry> audited(Place place, int most) {
        return IntStream.iterate(audit.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(audit::get)
                .filter(entry -> entry.place().equals(place))
                .limit(most)
                .toList();
    }

    private Map<UserRef, Grant> of(Place place) {
        return grants.computeIfAbsent(place, p -> new LinkedHashMap<>());
    }
}
