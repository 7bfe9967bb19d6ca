package dramatis.persistence;

import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.persona.AuthoredPersona;
import dramatis.persona.AuthoredPersonaStore;
import dramatis.persona.Persona;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

final class DatabaseAuthoredPersonaStore implements AuthoredPersonaStore {
    private final Transactions transactions;

    DatabaseAuthoredPersonaStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<AuthoredPersona> add(Persona draft, UserRef owner, Place home, Instant at, int most) {
        return transactions.run(sql -> {
            Personas personas = new Personas(sql);
            return personas.count(owner) < most
                    ? personas.find(personas.add(draft, owner, home, at))
                    : Optional.empty();
        });
    }

    @Override
    public Optional<AuthoredPersona> find(String id) {
        Optional<Long> key = key(id);
        return key.isEmpty()
                ? Optional.empty()
                : transactions.run(sql -> new Personas(sql)
                        .find(key.get())
                        .filter(found -> found.id().equals(id)));
    }

    @Override
    public List<AuthoredPersona> playable(Place place) {
        return transactions.run(sql -> new Personas(sql).playable(place));
    }

    @Override
    public List<AuthoredPersona> of(UserRef owner) {
        return transactions.run(sql -> new Personas(sql).of(owner));
    }

    @Override
    public void replace(Persona persona) {
        change(persona.id(), (personas, key) -> personas.replace(key, persona));
    }

    @Override
    public void share(String id, boolean shared) {
        change(id, (personas, key) -> personas.share(key, shared));
    }

    @Override
    public void transfer(String id, UserRef owner) {
        change(id, (personas, key) -> personas.transfer(key, owner));
    }

    @Override
    public void delete(String id) {
        change(id, Personas::delete);
    }

    private void change(String id, BiConsumer<Personas, Long> change) {
        transactions.change(sql -> {
            Personas personas = new Personas(sql);
            long key = key(id).filter(it -> personas.find(it)
                            .filter(found -> found.id().equals(id))
                            .isPresent())
                    .orElseThrow(() -> new IllegalStateException("there is no character " + id));
            change.accept(personas, key);
        });
    }

    /** The number behind an id; empty for one that no store has given. */
    private static Optional<Long> key(String id) {
        String number = id.substring(id.lastIndexOf('~') + 1);
        return id.contains("~") && number.matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(number))
                : Optional.empty();
    }
}
