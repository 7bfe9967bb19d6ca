package dramatis.discord;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;

/**
 * Posts a message so that it stands once. Where nobody knows whether a post landed, the history is read before the next
 * try; where that is not permitted, only what carries a key is tried again. Safe for use by many threads; may block.
 */
final class Posting {
    private static final int TRIES = 8;
    private static final int PAGE = 100;

    private final Calls calls;
    private final Posted posted;
    private final Cache<String, String> done =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Posting(Calls calls, Posted posted) {
        this.calls = calls;
        this.posted = posted;
    }

    /**
     * A message to be posted.
     *
     * @param slot what of what it is, whichever attempt
     * @param key names it and the attempt, see {@link Voice#post}
     * @param after the id of a message that stands before it, 0 where none is known
     * @param unsure whether an earlier run may have posted it
     */
    record Piece(Spot spot, Voice voice, String content, String slot, String key, long after, boolean unsure) {
        Piece {
            requireNonNull(spot, "spot");
            requireNonNull(voice, "voice");
            requireNonNull(content, "content");
            requireNonNull(slot, "slot");
            requireNonNull(key, "key");
        }
    }

    /** Posts, and answers the message's id. Throws as {@link Calls#get} what was thrown at last. */
    String post(Piece piece) {
        String id = piece.unsure() ? earlier(piece).orElseGet(() -> tried(piece)) : tried(piece);
        posted.posted(id, piece.voice().hookId());
        done.put(piece.slot(), id);
        return id;
    }

    /** What an earlier attempt has posted, in this run or in one before. */
    private Optional<String> earlier(Piece piece) {
        return Optional.ofNullable(done.getIfPresent(piece.slot())).or(() -> found(piece));
    }

    private String tried(Piece piece) {
        for (int tries = 1; ; tries++) {
            try {
                return piece.voice().post(piece.content(), piece.key());
            } catch (RuntimeException e) {
                if (!Calls.passing(e) || tries == TRIES) {
                    throw e;
                }
                Patience.pause(tries);
                Optional<String> landed = landed(piece, e);
                if (landed.isPresent()) {
                    return landed.get();
                }
            }
        }
    }

    /** Whether the post landed whose answer was lost. */
    private Optional<String> landed(Piece piece, RuntimeException lost) {
        try {
            return found(piece);
        } catch (InsufficientPermissionException e) {
            if (piece.voice().keyed()) {
                return Optional.empty();
            }
            throw lost;
        }
    }

    private Optional<String> found(Piece piece) {
        MessageChannel channel =
                piece.spot().channel().orElseThrow(() -> new DiscordException("an archived thread cannot be read"));
        return Patience.retrying(() -> since(channel, piece.after())).stream()
                .filter(message -> piece.voice().isAuthor(message))
                .filter(message -> shows(message.getContentRaw(), piece.content()))
                .map(Message::getId)
                .filter(id -> !posted.has(id))
                .findFirst();
    }

    /** What was posted together with more, and is looked for without it, stands at the beginning of its message. */
    private static boolean shows(String message, String content) {
        return message.equals(content) || message.startsWith(content + "\n");
    }

    private List<Message> since(MessageChannel channel, long after) {
        return after == 0
                ? calls.get(channel.getHistory().retrievePast(PAGE / 2))
                : calls.get(channel.getHistoryAfter(after, PAGE)).getRetrievedHistory();
    }
}
