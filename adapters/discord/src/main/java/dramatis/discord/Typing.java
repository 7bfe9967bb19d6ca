package dramatis.discord;

import dramatis.message.ConversationRef;
import dramatis.platform.TurnWatcher.Phase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;

/** Shows that somebody is typing for as long as a turn goes on. Safe for use by many threads; returns at once. */
final class Typing {
    /** Discord shows it for ten seconds. */
    private static final Duration AGAIN = Duration.ofSeconds(8);

    private final Link link;
    private final ScheduledExecutorService timer;
    private final Map<ConversationRef, Future<?>> shown = new HashMap<>();

    Typing(Link link, ScheduledExecutorService timer) {
        this.link = link;
        this.timer = timer;
    }

    synchronized void changed(ConversationRef conversation, Phase phase) {
        if (phase == Phase.WAITING || phase.last()) {
            Future<?> ended = shown.remove(conversation);
            if (ended != null) {
                ended.cancel(false);
            }
        } else {
            shown.computeIfAbsent(conversation, this::begin);
        }
    }

    private Future<?> begin(ConversationRef conversation) {
        return timer.scheduleAtFixedRate(() -> type(conversation), 0, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void type(ConversationRef conversation) {
        link.now().ifPresent(jda -> type(jda, conversation));
    }

    /** What goes wrong with it is nobody's trouble. */
    private static void type(JDA jda, ConversationRef conversation) {
        Spots.channel(jda, Spots.id(conversation))
                .filter(Access::maySpeak)
                .ifPresent(channel -> channel.sendTyping().queue(done -> {}, failure -> {}));
    }
}
