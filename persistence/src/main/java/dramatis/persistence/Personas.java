package dramatis.persistence;

import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.persona.AuthoredPersona;
import dramatis.persona.Persona;
import dramatis.persona.Persona.Example;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows of {@code persona}. */
record Personas(Statements sql) {
    private static final String BY_NAME = " ORDER BY name, id";

    long add(Persona persona, UserRef owner, Place home, Instant at) {
        return sql.insert(
                """
                INSERT INTO persona (slug, owner_platform, owner_id, home_platform, home_id, created_at,
                    name, book, profile, public_profile, scene, thought,
                    greetings, example_lines, example_replies, avatar, tags)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                and(contents(persona), persona.id(), owner.platform(), owner.userId(), home.platform(), home.id(), at));
    }

    void replace(long id, Persona persona) {
        Object[] values = contents(persona);
        sql.update("""
                UPDATE persona SET name = ?, book = ?, profile = ?, public_profile = ?, scene = ?, thought = ?,
                    greetings = ?, example_lines = ?, example_replies = ?, avatar = ?, tags = ?
                WHERE id = ?
                """, and(new Object[] {id}, values));
    }

    int count(UserRef owner) {
        return sql.number(
                "SELECT COUNT(*) FROM persona WHERE owner_platform = ? AND owner_id = ?",
                owner.platform(),
                owner.userId());
    }

    Optional<AuthoredPersona> find(long id) {
        return sql.first(Personas::read, "SELECT * FROM persona WHERE id = ?", id);
    }

    List<AuthoredPersona> playable(Place place) {
        return sql.list(
                Personas::read,
                "SELECT * FROM persona WHERE shared OR (home_platform = ? AND home_id = ?)" + BY_NAME,
                place.platform(),
                place.id());
    }

    List<AuthoredPersona> of(UserRef owner) {
        return sql.list(
                Personas::read,
                "SELECT * FROM persona WHERE owner_platform = ? AND owner_id = ?" + BY_NAME,
                owner.platform(),
                owner.userId());
    }

    void share(long id, boolean shared) {
        sql.update("UPDATE persona SET shared = ? WHERE id = ?", shared, id);
    }

    void transfer(long id, UserRef owner) {
        sql.update(
                "UPDATE persona SET owner_platform = ?, owner_id = ? WHERE id = ?",
                owner.platform(),
                owner.userId(),
                id);
    }

    void delete(long id) {
        sql.update("DELETE FROM persona WHERE id = ?", id);
    }

    private static Object[] contents(Persona persona) {
        return new Object[] {
            persona.name(),
            persona.book(),
            persona.profile(),
            persona.publicProfile(),
            persona.scene(),
            persona.thought(),
            persona.greetings().toArray(),
            persona.examples().stream().map(Example::line).toArray(),
            persona.examples().stream().map(Example::reply).toArray(),
            persona.avatar(),
            persona.tags().toArray()
        };
    }

    /** The values that stand first, then the others. */
    private static Object[] and(Object[] last, Object... first) {
        List<Object> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(last));
        return all.toArray();
    }

    private static AuthoredPersona read(ResultSet row) throws SQLException {
        return new AuthoredPersona(
                persona(row),
                new UserRef(row.getString("owner_platform"), row.getString("owner_id")),
                new Place(row.getString("home_platform"), row.getString("home_id")),
                row.getBoolean("shared"),
                row.getObject("created_at", Instant.class));
    }

    private static Persona persona(ResultSet row) throws SQLException {
        List<String> lines = texts(row, "example_lines");
        List<String> replies = texts(row, "example_replies");
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            examples.add(new Example(lines.get(i), replies.get(i)));
        }
        return new Persona(
                row.getString("slug") + "~" + row.getLong("id"),
                row.getString("name"),
                Optional.ofNullable(row.getString("book")),
                row.getString("profile"),
                row.getString("public_profile"),
                row.getString("scene"),
                row.getString("thought"),
                texts(row, "greetings"),
                examples,
                row.getString("avatar"),
                texts(row, "tags"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of(row.getObject(column, String[].class));
    }
}
