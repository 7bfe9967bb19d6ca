package dramatis.session;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import java.time.Instant;
import java.util.Optional;

/**
 * One character's run of talk in one conversation. Switching to another character and back resumes it.
 *
 * @param id its key in the store
 * @param key where it plays, and for whom
 * @param personaId who plays
 * @param userName the person who opened it, under this name for as long as it lasts
 * @param userProfile what the character is told about that person; empty where nothing is known
 * @param scene the setting chosen here, instead of the persona's own
 * @param chosen whether somebody chose the character here, and not the default
 * @param historyFrom the first utterance that still reaches the model; moves forward in blocks, 0 at first
 * @param openedAt when it began
 */
public record Session(
        long id,
        SessionKey key,
        String personaId,
        String userName,
        String userProfile,
        Optional<String> scene,
        boolean chosen,
        long historyFrom,
        Instant openedAt) {
    public Session {
        requireNonNull(key, "key");
        requireNonNull(personaId, "personaId");
        requireNonNull(userName, "userName");
        requireNonNull(userProfile, "userProfile");
        requireNonNull(scene, "scene");
        requireNonNull(openedAt, "openedAt");
    }

    /** The place where it plays; replies go to where the messages were written, which may be a thread of it. */
    public ConversationRef conversation() {
        return key.place();
    }
}
