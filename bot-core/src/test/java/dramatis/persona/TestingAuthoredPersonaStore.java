package dramatis.persona;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Characters of people in memory, for tests. Safe for use by many threads. */
public final class TestingAuthoredPersonaStore implements AuthoredPersonaStore {
    private final Map<String, AuthoredPersona> rows = new LinkedHashMap<>();
    private int last;

    @Override
    public synchronized Optional<AuthoredPersona> add(Persona draft, UserRef owner, Place home, Instant at, int most) {
        if (of(owner).size() >= most) {
            return Optional.empty();
        }
        Persona kept = draft.withId(draft.id() + "~" + ++last);
        rows.put(kept.id(), new AuthoredPersona(kept, owner, home, false, at));
        return find(kept.id());
    }

    @Override
    public synchronized Optional<AuthoredPersona> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public synchronized List<AuthoredPersona> playable(Place place) {
        return list(row -> row.shared() || row.home().equals(place));
    }

    @Override
    public synchronized List<AuthoredPersona> of(UserRef owner) {
        return list(row -> row.owner().equals(owner));
    }

    @Override
    public synchronized void replace(Persona persona) {
        change(
                persona.id(),
                row -> new AuthoredPersona(persona, row.owner(), row.home(), row.shared(), row.createdAt()));
    }

    @Override
    public synchronized void share(String id, boolean shared) {
        change(id, row -> new AuthoredPersona(row.persona(), row.owner(), row.home(), shared, row.createdAt()));
    }

    @Override
    public synchronized void transfer(String id, UserRef owner) {
        change(id, row -> new AuthoredPersona(row.persona(), owner, row.home(), row.shared(), row.createdAt()));
    }

    @Override
    public synchronized void delete(String id) {
        change(id, row -> row);
        rows.remove(id);
    }

    private List<AuthoredPersona> list(Predicate<AuthoredPersona> which) {
        return rows.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(row -> row.persona().name()))
                .toList();
    }

    private void change(String id, UnaryOperator<AuthoredPersona> change) {
        if (rows.computeIfPresent(id, (key, row) -> change.apply(row)) == null) {
            throw new IllegalStateException("there is no character " + id);
        }
    }
}
