package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.access.Authoriser;
import dramatis.address.Attention;
import dramatis.address.Channels;
import dramatis.address.Decision;
import dramatis.address.Present;
import dramatis.address.Present.Member;
import dramatis.address.Recent;
import dramatis.delivery.PostStore;
import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.UserRef;
import dramatis.persona.Persona;
import dramatis.persona.PersonaStore;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.session.SessionManager.Lead;
import dramatis.session.Viewpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what becomes of messages: tells {@link Attention} who is there. Safe for use by many threads; reads a few rows.
 * What was answered lately it keeps in memory, of so many conversations: a restart forgets cooldowns and caps.
 */
public final class Usher {
    private static final int CONVERSATIONS = 10_000;

    private final Attention attention;
    private final Channels channels;
    private final SessionManager sessions;
    private final PersonaStore personas;
    private final TurnStore turns;
    private final PostStore posts;
    private final Authoriser authoriser;
    private final Map<ConversationRef, Recent> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationRef, Recent> eldest) {
            return size() > CONVERSATIONS;
        }
    };

    public Usher(
            Attention attention,
            Channels channels,
            SessionManager sessions,
            PersonaStore personas,
            TurnStore turns,
            PostStore posts,
            Authoriser authoriser) {
        this.attention = requireNonNull(attention, "attention");
        this.channels = requireNonNull(channels, "channels");
        this.sessions = requireNonNull(sessions, "sessions");
        this.personas = requireNonNull(personas, "personas");
        this.turns = requireNonNull(turns, "turns");
        this.posts = requireNonNull(posts, "posts");
        this.authoriser = requireNonNull(authoriser, "authoriser");
    }

    /** Decides, and remembers it for the next message. */
    Decision decide(InboundMessage message) {
        ConversationRef conversation = message.ref().conversation();
        synchronized (recent) {
            Recent before = recent.getOrDefault(conversation, Recent.NOTHING);
            Decision decision = attention.decide(message, channels.of(conversation), present(message, before));
            recent.put(conversation, before.after(message, decision));
            return decision;
        }
    }

    private Present present(InboundMessage message, Recent before) {
        Lead lead = sessions.lead(Viewpoint.of(message));
        List<String> names =
                personas.find(lead.personaId()).map(Persona::name).stream().toList();
        Set<UserRef> blocked =
                authoriser.blocked(message.place(), message.author()) ? Set.of(message.author()) : Set.of();
        return new Present(
                List.of(new Member(lead.personaId(), names)),
                lead.chosen(),
                message.replyTo().flatMap(this::speaker),
                Set.of(),
                blocked,
                Set.of(),
                before);
    }

    /** Which character said a message of the bot's. */
    private Optional<String> speaker(MessageRef said) {
        return posts.turn(said)
                .flatMap(turns::find)
                .flatMap(turn -> sessions.cast(turn.sessionId()))
                .map(Cast::persona)
                .map(Persona::id);
    }
}
