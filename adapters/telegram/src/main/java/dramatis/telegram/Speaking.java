package dramatis.telegram;

import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.platform.Delivery;
import dramatis.platform.Receipt;
import dramatis.telegram.Sending.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what characters say to Telegram, by messages that can grow. Telegram has no key for what is sent: a message
 * whose answer was lost is not sent again. Safe for use by many threads; may block.
 */
final class Speaking {
    private static final Logger log = LoggerFactory.getLogger(Speaking.class);

    private final Moves moves;
    private final Sending sending;
    private final Tried tried = new Tried();

    Speaking(Moves moves, Sending sending) {
        this.moves = moves;
        this.sending = sending;
    }

    /** See {@link dramatis.platform.Outbound#post}. */
    Receipt post(Delivery delivery) {
        try {
            Receipt receipt = show(moves.spot(delivery.conversation()), delivery);
            if (receipt instanceof Receipt.Sent) {
                tried.over(delivery);
            }
            return receipt;
        } catch (ApiFailure e) {
            if (e.is(ApiFailure.Kind.REFUSED)) {
                log.warn("a reply was refused: {}, {}", e.code(), e.getMessage());
                return new Receipt.Refused("Telegram answered " + e.code() + ", " + e.getMessage());
            }
            log.warn("nobody knows whether a message was sent: {}", e.getMessage());
            return new Receipt.Unknown();
        }
    }

    /** Makes Telegram show what is said and what is said further. */
    private Receipt show(Spot spot, Delivery delivery) {
        List<Page> were = Pages.of(delivery.before().said(), delivery.name());
        List<Page> pages = Pages.of(whole(delivery), delivery.name());
        List<Integer> standing =
                delivery.before().messageIds().stream().map(Integer::valueOf).toList();
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            boolean stands = i < standing.size();
            boolean same = i < were.size() && were.get(i).equals(pages.get(i));
            if (stands && (same || sending.edit(spot, standing.get(i), pages.get(i)))) {
                ids.add(standing.get(i));
            } else if (tried.sent(delivery, i).isPresent()) {
                ids.add(tried.sent(delivery, i).get());
            } else if (tried.unknown(delivery, i)) {
                // no later try will know more: whoever waits for it is told at once
                return new Receipt.Refused("an earlier try may have sent it, and Telegram cannot be asked");
            } else {
                ids.add(send(spot, delivery, i, pages.get(i)));
            }
        }
        if (standing.size() > pages.size()) {
            sending.delete(spot, standing.subList(pages.size(), standing.size()));
        }
        return new Receipt.Sent(ids.stream().map(String::valueOf).toList());
    }

    private static List<Segment.Visible> whole(Delivery delivery) {
        return Stream.concat(delivery.before().said().stream(), delivery.visible().stream())
                .toList();
    }

    private int send(Spot spot, Delivery delivery, int number, Page page) {
        Optional<Integer> replyTo =
                number == 0 && !spot.isPrivate() ? delivery.replyTo().flatMap(Speaking::numbered) : Optional.empty();
        tried.begins(delivery);
        try {
            int id = sending.send(Where.at(spot).answering(replyTo), page);
            tried.sent(delivery, number, id);
            return id;
        } catch (ApiFailure e) {
            if (e.is(ApiFailure.Kind.LOST) || e.is(ApiFailure.Kind.CLOSED)) {
                tried.lost(delivery, number);
            }
            throw e;
        }
    }

    /** What was said by a command is no message of Telegram's. */
    static Optional<Integer> numbered(MessageRef ref) {
        return ref.messageId().matches("[0-9]{1,9}") ? Optional.of(id(ref)) : Optional.empty();
    }

    static int id(MessageRef ref) {
        return Integer.parseInt(ref.messageId());
    }
}
