package dramatis.session;

import static java.util.Objects.requireNonNull;

import dramatis.address.Scope;
import dramatis.message.ConversationRef;
import dramatis.message.UserRef;
import java.util.Optional;

/**
 * What sessions are kept under: a place, and the person where each has sessions of their own. It is no address: replies
 * go to the place where the message was written, which may be a thread of {@code place}.
 *
 * @param place a place as the platform knows it
 * @param person whose sessions they are; empty where they are everybody's
 */
public record SessionKey(ConversationRef place, Optional<UserRef> person) {
    public SessionKey {
        requireNonNull(place, "place");
        requireNonNull(person, "person");
    }

    /** The key of everybody's sessions in exactly this place. */
    public static SessionKey of(ConversationRef place) {
        return new SessionKey(place, Optional.empty());
    }

    /** The key for what a person says in a place. */
    public static SessionKey of(ConversationRef place, UserRef person, Scope scope) {
        return switch (scope) {
            case THREAD -> of(place);
            case CHANNEL -> of(place.channel());
            case USER -> new SessionKey(place, Optional.of(person));
        };
    }

    /**
     * The key whose current character is the one here until another is chosen: the place's for a person, the channel's
     * for a thread; empty for a channel, where it is the default character.
     */
    public Optional<SessionKey> parent() {
        SessionKey shared = of(person.isPresent() ? place : place.channel());
        return shared.equals(this) ? Optional.empty() : Optional.of(shared);
    }
}
