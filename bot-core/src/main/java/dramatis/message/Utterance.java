package dramatis.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Something that was said in a conversation, by a person or by a character: an entry of its history.
 *
 * @param id its key in the store; grows with time within a session
 * @param speaker who said it: a person's or a persona's key, see {@link Speaker}
 * @param name the name it was said under
 * @param segments its parts in order, as written: a character's own {@code Name:} before its speech is still there
 * @param at when
 */
public record Utterance(long id, Speaker speaker, String name, List<Segment> segments, Instant at) {
    public Utterance {
        requireNonNull(speaker, "speaker");
        requireNonNull(name, "name");
        segments = List.copyOf(segments);
        requireNonNull(at, "at");
    }
}
