package dramatis.session;

import static java.util.Objects.requireNonNull;

import dramatis.address.Channels;
import dramatis.address.Scope;
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
    private final Channels channels;
    private final InstantSource clock;

    /** @param defaultPersona the id of the character that answers where nobody was chosen */
    public SessionManager(
            SessionStore store,
            PersonaStore personas,
            PeopleStore people,
            String defaultPersona,
            Channels channels,
            InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.people = requireNonNull(people, "people");
        this.personas = requireNonNull(personas, "personas");
        this.defaultPersona = requireNonNull(defaultPersona, "defaultPersona");
        this.channels = requireNonNull(channels, "channels");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Everybody's session that plays in a place, if its character still exists. */
    public Optional<Session> current(ConversationRef place) {
        return current(SessionKey.of(place));
    }

    /** The session that plays for somebody, if its character still exists; empty where they begin one with their next words. */
    public Optional<Session> current(Viewpoint from) {
        SessionKey key = key(from);
        return key.person().isEmpty()
                ? current(key)
                : current(key)
                        .filter(session -> session.personaId().equals(lead(key).personaId()));
    }

    private Optional<Session> current(SessionKey key) {
        return store.current(key).filter(session -> persona(session).isPresent());
    }

    /** In private there is nobody to be apart from. */
    private SessionKey key(Viewpoint from) {
        Scope scope = from.inPrivate()
                ? Scope.THREAD
                : channels.of(from.conversation()).scope();
        return SessionKey.of(from.conversation(), from.user(), scope);
    }

    /**
     * Who plays for somebody.
     *
     * @param chosen whether somebody chose this character, and not the default
     */
    public record Lead(String personaId, boolean chosen) {}

    /** Who would answer somebody: a thread has its channel's character, and each person the place's, until another is chosen. */
    public Lead lead(Viewpoint from) {
        return lead(key(from));
    }

    private Lead lead(SessionKey key) {
        Optional<SessionKey> at = key.person().isPresent() ? key.parent() : Optional.of(key);
        while (at.isPresent()) {
            Optional<Session> session = current(at.get());
            if (session.isPresent()) {
                return new Lead(session.get().personaId(), session.get().chosen());
            }
            at = at.get().parent();
        }
        return new Lead(defaultPersona, false);
    }

    /** The session that plays for somebody; where none does yet, one begins, which nobody greets with. */
    public Session sessionFor(Viewpoint from, String userName) {
        SessionKey key = key(from);
        Lead lead = lead(key);
        return current(from)
                .orElseGet(() ->
                        open(key, lead, Optional.of(from.user()), userName, "").session());
    }

    /**
     * Puts a character on for somebody, and where each has sessions of their own for all: resumes its session, or begins
     * one. What they said about themselves comes before the name and profile given here.
     */
    public Opened choose(Viewpoint from, Persona persona, String userName, String userProfile) {
        SessionKey key = key(from);
        Lead lead = new Lead(persona.id(), true);
        if (key.person().isPresent()) {
            var unused = open(SessionKey.of(key.place()), lead, Optional.of(from.user()), userName, userProfile);
        }
        return open(key, lead, Optional.of(from.user()), userName, userProfile);
    }

    /** As above, where the place is known to be one person's private chat. */
    public Opened choose(ConversationRef place, Persona persona, String userName, String userProfile) {
        return open(SessionKey.of(place), new Lead(persona.id(), true), Optional.empty(), userName, userProfile);
    }

    private Opened open(SessionKey key, Lead lead, Optional<UserRef> user, String userName, String userProfile) {
        Optional<Person> known = user.flatMap(people::find);
        return store.open(new Opening(
                key,
                lead.personaId(),
                user,
                known.flatMap(Person::name).orElse(userName),
                known.map(Person::description).orElse(userProfile),
                Optional.empty(),
                lead.chosen(),
                clock.instant()));
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
