package dramatis.persistence;

import dramatis.message.Speaker;
import dramatis.message.UserRef;
import dramatis.persona.Person;
import java.time.Instant;
import java.util.Optional;

/** The table {@code person}. What leaves it, leaves the file when that is written anew. */
record People(Statements sql) {
    Optional<Person> find(UserRef user) {
        return sql.first(
                row -> new Person(
                        user,
                        Optional.ofNullable(row.getString("name")),
                        row.getString("description"),
                        row.getObject("told_at", Instant.class)),
                "SELECT name, description, told_at FROM person WHERE person = ?",
                key(user));
    }

    private static String key(UserRef user) {
        return Speaker.person(user).key();
    }

    void put(Person person) {
        clear(key(person.user()));
        sql.update(
                "INSERT INTO person (person, name, description, told_at) VALUES (?, ?, ?, ?)",
                key(person.user()),
                person.name(),
                person.description(),
                person.at());
    }

    void clear(UserRef user, String displayName) {
        find(user).ifPresent(person -> {
            clear(key(user));
            sql.update("UPDATE session SET user_profile = '' WHERE opened_by = ?", key(user));
            sql.update(
                    "UPDATE session SET user_name = ? WHERE opened_by = ? AND user_name = ?",
                    displayName,
                    key(user),
                    person.name());
        });
    }

    /** Whether there was something. */
    boolean clear(String person) {
        boolean known = sql.update("DELETE FROM person WHERE person = ?", person) > 0;
        if (known) {
            new Upkeep(sql).rewriteDue(true);
        }
        return known;
    }

    /** Has a session know the person who opened it as they said; nothing changes where they said nothing. */
    void introduce(long session) {
        sql.update("""
                UPDATE session s SET
                    user_name = (SELECT COALESCE(p.name, s.user_name) FROM person p WHERE p.person = s.opened_by),
                    user_profile = (SELECT p.description FROM person p WHERE p.person = s.opened_by)
                WHERE s.id = ? AND EXISTS (SELECT 1 FROM person p WHERE p.person = s.opened_by)
                """, session);
    }
}
