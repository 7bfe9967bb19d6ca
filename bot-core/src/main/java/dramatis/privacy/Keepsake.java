package dramatis.privacy;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that is kept of a person, for them to read. Nothing hidden is ever among them. */
public sealed interface Keepsake {
    /** When it was written or said. */
    Instant at();

    /**
     * What the person said about themselves.
     *
     * @param name what they are called; empty for their display name
     * @param text the description; may be empty
     */
    record Introduction(Instant at, Optional<String> name, String text) implements Keepsake {
        public Introduction {
            requireNonNull(at, "at");
            requireNonNull(name, "name");
            requireNonNull(text, "text");
        }
    }

    /**
     * What a character is told about the person.
     *
     * @param place where the session plays
     * @param personaId who is told
     * @param name under which name the character knows them
     * @param text the description; may be empty
     */
    record Description(ConversationRef place, Instant at, String personaId, String name, String text)
            implements Keepsake {
        public Description {
            requireNonNull(place, "place");
            requireNonNull(at, "at");
            requireNonNull(personaId, "personaId");
            requireNonNull(name, "name");
            requireNonNull(text, "text");
        }
    }

    /**
     * What the person wrote.
     *
     * @param ref where
     * @param name under which name
     */
    record Message(MessageRef ref, Instant at, String name, String text) implements Keepsake {
        public Message {
            requireNonNull(ref, "ref");
            requireNonNull(at, "at");
            requireNonNull(name, "name");
            requireNonNull(text, "text");
        }
    }

    /**
     * What a character said in the person's private chat: the selected swipe.
     *
     * @param place the chat
     * @param name the character's
     */
    record Reply(ConversationRef place, Instant at, String name, List<Segment.Visible> segments) implements Keepsake {
        public Reply {
            requireNonNull(place, "place");
            requireNonNull(at, "at");
            requireNonNull(name, "name");
            segments = List.copyOf(segments);
        }
    }
}
