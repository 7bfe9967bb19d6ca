package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.persona.PeopleStore;
import dramatis.persona.Person;
import dramatis.platform.Admission;
import dramatis.platform.InboundHandler;
import dramatis.session.SessionManager;
import dramatis.session.Viewpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has people's messages go under the names that they gave themselves. Whom a session knows under their display name
 * keeps that for as long as it lasts. What was said again in another form keeps its name: a proxy speaks under one that
 * its author chose for that message.
 */
public final class Introductions implements InboundHandler {
    private static final Logger log = LoggerFactory.getLogger(Introductions.class);

    private final SessionManager sessions;
    private final PeopleStore people;
    private final InboundHandler next;

    public Introductions(SessionManager sessions, PeopleStore people, InboundHandler next) {
        this.sessions = requireNonNull(sessions, "sessions");
        this.people = requireNonNull(people, "people");
        this.next = requireNonNull(next, "next");
    }

    @Override
    public Admission accept(InboundEvent event) {
        try {
            return next.accept(
                    event instanceof InboundEvent.Message message
                            ? new InboundEvent.Message(introduced(message.message()))
                            : event);
        } catch (RuntimeException e) {
            log.error("an author could not be looked up", e);
            return new Admission.Unavailable();
        }
    }

    private InboundMessage introduced(InboundMessage message) {
        return people.find(message.author())
                .flatMap(Person::name)
                .filter(name -> !knownAs(message))
                .map(message::withAuthorName)
                .orElse(message);
    }

    private boolean knownAs(InboundMessage message) {
        return sessions.current(Viewpoint.of(message))
                .filter(session -> session.userName().equals(message.authorName()))
                .isPresent();
    }
}
