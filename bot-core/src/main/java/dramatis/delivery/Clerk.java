package dramatis.delivery;

import static java.util.Objects.requireNonNull;

import dramatis.delivery.PostStore.Posting;
import dramatis.message.Segment;
import dramatis.platform.Delivery;
import dramatis.platform.Delivery.Before;
import dramatis.platform.Outbound;
import dramatis.platform.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows what of each turn was tried and stands, and tries the rest. Used on the conversations' lanes. */
final class Clerk {
    private static final Logger log = LoggerFactory.getLogger(Clerk.class);

    private final PostStore posts;
    private final List<Duration> pauses;

    /** @param pauses how long to wait before each further attempt at a post whose outcome is unknown */
    Clerk(PostStore posts, List<Duration> pauses) {
        this.posts = requireNonNull(posts, "posts");
        this.pauses = List.copyOf(pauses);
    }

    /**
     * Takes the next pieces that can go out in one: those that were never tried. One whose outcome is unknown goes alone,
     * since alone it can be looked for.
     */
    List<Delivery> due(Show show, boolean together) {
        List<Delivery> due = new ArrayList<>();
        for (Optional<Delivery> next = show.peek(); next.isPresent(); next = show.peek()) {
            Delivery piece = next.get();
            Known known = known(piece, show);
            boolean alone = known == Known.UNKNOWN || !together;
            if (alone && !due.isEmpty()) {
                return due;
            }
            show.remove();
            if (known == Known.UNTRIED || known == Known.UNKNOWN) {
                due.add(piece);
                if (alone) {
                    return due;
                }
            }
        }
        return due;
    }

    /** What is known of a piece. */
    private enum Known {
        UNTRIED,
        UNKNOWN,
        STANDS,
        /** It or one before it was refused: it is not posted. */
        REFUSED
    }

    private Known known(Delivery piece, Show show) {
        Known known = Known.UNTRIED;
        for (Posting posting : posts.postings(piece.turnId())) {
            if (posting.receipt() instanceof Receipt.Refused) {
                return Known.REFUSED;
            }
            if (posting.piece() == piece.piece()) {
                known = posting.receipt() instanceof Receipt.Sent ? Known.STANDS : Known.UNKNOWN;
                if (posting.receipt() instanceof Receipt.Sent sent) {
                    show.stand(piece.visible(), sent);
                }
            }
        }
        return known;
    }

    /** Posts pieces in one; tries again, after a while, where nobody knows what became of them. */
    void post(List<Delivery> pieces, Show show, Outbound outbound) {
        List<Segment.Visible> visible =
                pieces.stream().flatMap(piece -> piece.visible().stream()).toList();
        for (int tries = 0; ; tries++) {
            Receipt receipt = once(pieces, visible, show, outbound);
            pieces.forEach(piece -> posts.receipt(piece.turnId(), piece.piece(), receipt));
            if (receipt instanceof Receipt.Sent sent) {
                show.stand(visible, sent);
            }
            if (!(receipt instanceof Receipt.Unknown) || tries == pauses.size() || !pause(pauses.get(tries))) {
                return;
            }
        }
    }

    /** The pieces of a turn that stand. */
    Set<Integer> sent(long turnId) {
        return posts.postings(turnId).stream()
                .filter(posting -> posting.receipt() instanceof Receipt.Sent)
                .map(Posting::piece)
                .collect(Collectors.toSet());
    }

    private Receipt once(List<Delivery> pieces, List<Segment.Visible> visible, Show show, Outbound outbound) {
        int attempt = pieces.stream()
                .mapToInt(piece -> posts.intend(piece.turnId(), piece.piece()))
                .max()
                .orElseThrow();
        Delivery first = pieces.get(0);
        try {
            Before before = outbound.manner(first.conversation()).edits() ? show.before() : Before.NOTHING;
            return outbound.post(first.with(attempt, before, visible));
        } catch (RuntimeException e) {
            log.warn("posting piece {} of turn {} failed", first.piece(), first.turnId(), e);
            return new Receipt.Unknown();
        }
    }

    /** False where the thread is to end. */
    static boolean pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether nothing of these pieces was tried. */
    boolean untried(List<Delivery> pieces, Show show) {
        return pieces.stream().allMatch(piece -> known(piece, show) == Known.UNTRIED);
    }
}
