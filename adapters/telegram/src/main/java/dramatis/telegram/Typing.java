package dramatis.telegram;

import dramatis.message.ConversationRef;
import dramatis.platform.TurnWatcher.Phase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/** Shows that somebody is typing for as long as a turn goes on. Safe for use by many threads; returns at once. */
final class Typing {
    /** Telegram shows it for five seconds. */
    private static final Duration AGAIN = Duration.ofSeconds(4);

    private final Api api;
    private final Moves moves;
    private final ScheduledExecutorService timer;
    private final Map<ConversationRef, Future<?>> shown = new HashMap<>();

    Typing(Api api, Moves moves, ScheduledExecutorService timer) {
        this.api = api;
        this.moves = moves;
        this.timer = timer;
    }

    synchronized void changed(ConversationRef conversation, Phase phase) {
        if (phase == Phase.WAITING || phase.last()) {
            Future<?> ended = shown.remove(conversation);
            if (ended != null) {
                ended.cancel(false);
            }
        } else if (!timer.isShutdown()) {
            shown.computeIfAbsent(conversation, this::begin);
        }
    }

    private Future<?> begin(ConversationRef conversation) {
        return timer.scheduleAtFixedRate(() -> type(conversation), 0, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What goes wrong with it is nobody's trouble; where Telegram asks for a pause it is left out. */
    private void type(ConversationRef conversation) {
        Spot spot = moves.spot(conversation);
        if (api.pacer().left(spot.chat()).isZero()) {
            SendChatAction action = SendChatAction.builder()
                    .chatId(spot.chatId())
                    .action("typing")
                    .build();
            spot.topic().ifPresent(action::setMessageThreadId);
            api.carelessly(action);
        }
    }
}
