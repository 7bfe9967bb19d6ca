package dramatis.session;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.UserRef;
import dramatis.persona.PeopleStore;
import dramatis.persona.Person;
import dramatis.persona.Persona;
import dramatis.persona.PersonaStore;
import dramatis.session.SessionStore.Opened;
import dramatis.session.SessionStore.Opening;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Knows who plays where. Safe for use by many threads; blocks on the store alone, and throws its
 * {@link StoreException}s.
 */
public final class SessionManager {
    private final SessionStore store;
    private final PersonaStore personas;
    private final PeopleStore people;
    private final String defaultPersona;
    private final InstantSource clock;

    /** @param defaultPersona the id of the character that answers where nobody was chosen */
    public SessionManager(
            SessionStore store, PersonaStore personas, PeopleStore people, String defaultPersona, InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.people = requireNonNull(people, "people");
        this.personas = requireNonNull(personas, "personas");
        this.defaultPersona = requireNonNull(defaultPersona, "defaultPersona");
        this.clock = requireNonNull(clock, "clock");
    }

    /** The session that plays here, if its character still exists. */
    public Optional<Session> current(ConversationRef conversation) {
        return store.current(conversation).filter(session -> persona(session).isPresent());
    }

    /**
     * The session that plays here; where nobody was chosen, the default character's, which nobody greets with.
     *
     * @param user who would open it
     * @param userName under which name
     */
    public Session sessionFor(ConversationRef conversation, UserRef user, String userName) {
        return current(conversation)
                .orElseGet(() -> open(conversation, defaultPersona, Optional.of(user), userName, "")
                        .session());
    }

    /**
     * Puts a character on here: resumes its session, or begins one with this person. What they said about themselves
     * comes before the name and profile given here.
     */
    public Opened choose(
            ConversationRef conversation, Persona persona, UserRef user, String userName, String userProfile) {
        return open(conversation, persona.id(), Optional.of(user), userName, userProfile);
    }

    /** As above, where the place is known to be one person's private chat. */
    public Opened choose(ConversationRef conversation, Persona persona, String userName, String userProfile) {
        return open(conversation, persona.id(), Optional.empty(), userName, userProfile);
    }

    private Opened open(
            ConversationRef conversation,
            String personaId,
            Optional<UserRef> user,
            String userName,
            String userProfile) {
        Optional<Person> known = user.flatMap(people::find);
        String name = known.flatMap(Person::name).orElse(userName);
        String profile = known.map(Person::description).orElse(userProfile);
        return store.open(new Opening(conversation, personaId, user, name, profile, Optional.empty(), clock.instant()));
    }

    /** Ends a session and begins the same character's next one, with the same person. */
    public Session reset(Session session) {
        return store.restart(session.id(), clock.instant());
    }

    /** Takes the last {@link #reset} of a session's character back; empty where there was none. */
    public Optional<Session> unreset(Session session) {
        return store.reopen(session);
    }

    /** Who plays in a session; empty where that character is not to be had any more. */
    public Optional<Persona> persona(Session session) {
        return personas.find(session.personaId());
    }

    /** A session and who plays in it; empty where either is not to be had any more. */
    public Optional<Cast> cast(long sessionId) {
        return store.find(sessionId).flatMap(session -> persona(session).map(persona -> new Cast(session, persona)));
    }

    /** A session with the character that plays in it. */
    public record Cast(Session session, Persona persona) {}
}
