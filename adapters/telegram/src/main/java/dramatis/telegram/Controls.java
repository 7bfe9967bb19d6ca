package dramatis.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.message.ConversationRef;
import dramatis.platform.ReplyControls.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * The buttons below the last reply of a conversation. They cost an edit each, of which groups have few: where Telegram asks
 * for a pause, replies go first, and the buttons come when there is time. Safe for use by many threads.
 */
final class Controls {
    private static final Logger log = LoggerFactory.getLogger(Controls.class);
    private static final Duration AGAIN = Duration.ofSeconds(3);
    private static final int TRIES = 20;

    private final Moves moves;
    private final Sending sending;
    private final Pacer pacer;
    private final ScheduledExecutorService timer;
    /** The last replies, by conversation. */
    private final Cache<ConversationRef, Shown> last =
            Caffeine.newBuilder().maximumSize(10_000).build();
    /** Which messages have buttons. */
    private final Cache<ConversationRef, Integer> standing =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Controls(Moves moves, Sending sending, Pacer pacer, ScheduledExecutorService timer) {
        this.moves = moves;
        this.sending = sending;
        this.pacer = pacer;
        this.timer = timer;
    }

    /** Puts them below a reply, and takes them away from the one before it. */
    void offer(ConversationRef conversation, Shown reply) {
        if (!reply.messageIds().isEmpty()) {
            last.put(conversation, reply);
            put(conversation, reply, 1);
        }
    }

    /** Takes buttons away that have nothing to do with the last reply any more. */
    void outdated(Spot spot, int messageId) {
        try {
            sending.buttons(spot, messageId, Optional.empty());
        } catch (ApiFailure e) {
            log.debug("old buttons stay: {}", e.getMessage());
        }
    }

    private void put(ConversationRef conversation, Shown reply, int tries) {
        if (!reply.equals(last.getIfPresent(conversation))) {
            return;
        }
        Spot spot = moves.spot(conversation);
        Duration held = pacer.left(spot.chat());
        if (!held.isZero()) {
            later(conversation, reply, tries, held);
            return;
        }
        try {
            putNow(conversation, spot, reply);
        } catch (ApiFailure e) {
            if (e.is(ApiFailure.Kind.WAIT)) {
                later(conversation, reply, tries, Duration.ofSeconds(e.number()));
            } else if (e.is(ApiFailure.Kind.LOST) || e.is(ApiFailure.Kind.UNSENT)) {
                later(conversation, reply, tries, AGAIN);
            } else {
                log.debug("a reply goes without buttons: {}", e.getMessage());
            }
        }
    }

    private void putNow(ConversationRef conversation, Spot spot, Shown reply) {
        int message = Integer.parseInt(reply.messageIds().get(reply.messageIds().size() - 1));
        Integer before = standing.getIfPresent(conversation);
        if (before != null && before != message) {
            sending.buttons(spot, before, Optional.empty());
            standing.invalidate(conversation);
        }
        if (sending.buttons(spot, message, Optional.of(buttons(reply)))) {
            standing.put(conversation, message);
        }
    }

    private void later(ConversationRef conversation, Shown reply, int tries, Duration pause) {
        if (tries == TRIES) {
            return;
        }
        try {
            var unused = timer.schedule(
                    () -> put(conversation, reply, tries + 1), pause.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the bot ends
        }
    }

    /** The swipes where there are several, and what else can be done. */
    static InlineKeyboardMarkup buttons(Shown reply) {
        List<List<Button>> rows = new ArrayList<>();
        if (reply.swipes() > 1) {
            rows.add(List.of(
                    reply.swipe() == 0 ? new Button("·", Keys.NOTHING) : swipe("◀", reply, "previous"),
                    new Button((reply.swipe() + 1) + "/" + reply.swipes(), Keys.NOTHING),
                    reply.swipe() + 1 == reply.swipes() ? new Button("·", Keys.NOTHING) : swipe("▶", reply, "next")));
        }
        rows.add(List.of(control("🔁", "retry", reply), control("⏹", "stop", reply), control("🗑", "undo", reply)));
        return Keys.of(rows);
    }

    private static Button swipe(String label, Shown reply, String to) {
        return new Button(label, ControlData.of("swipe", reply.id(), to));
    }

    private static Button control(String label, String command, Shown reply) {
        return new Button(label, ControlData.of(command, reply.id(), ""));
    }
}
