package dramatis.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was written while nobody listened: in each channel where a talk goes on, after the last message that is
 * known, fifty messages at most and none older than a day. Used on the ingest thread, where it may wait for Discord.
 */
final class CatchUp {
    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    private static final int MOST = 50;
    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 8;
    private static final Duration OLDEST = Duration.ofDays(1);

    private final Spots spots;
    private final Calls calls;
    private final Missed missed;
    private final Cache<ConversationRef, Long> seen =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(OLDEST).build();

    CatchUp(Spots spots, Calls calls, Missed missed) {
        this.spots = spots;
        this.calls = calls;
        this.missed = missed;
    }

    /** A message came by the usual way. */
    void seen(MessageRef ref) {
        seen.asMap().merge(ref.conversation(), Long.parseLong(ref.messageId()), Math::max);
    }

    /**
     * Hands on what was missed, the oldest of a conversation first, with its author's name in the server: a message that
     * is asked for comes without.
     */
    void run(BiConsumer<Message, Optional<String>> out) {
        Map<ConversationRef, Long> from = new HashMap<>(seen.asMap());
        for (MessageRef ref : missed.lastSeen()) {
            if (ref.messageId().matches("\\d{1,19}")) {
                from.merge(ref.conversation(), Long.parseLong(ref.messageId()), Math::max);
            }
        }
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE, Daemons.named("discord-catch-up"));
        try {
            Map<String, Optional<String>> names = new ConcurrentHashMap<>();
            for (int round = 1; round <= ROUNDS && !from.isEmpty(); round++) {
                round(from, readers, out, names);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    /** Tries to read what is left to be read, several conversations at once: each may take its time. */
    private void round(
            Map<ConversationRef, Long> left,
            ExecutorService readers,
            BiConsumer<Message, Optional<String>> out,
            Map<String, Optional<String>> names) {
        Map<ConversationRef, CompletableFuture<Optional<List<Named>>>> reading = new HashMap<>();
        left.forEach((conversation, last) -> reading.put(
                conversation, CompletableFuture.supplyAsync(() -> named(read(conversation, last), names), readers)));
        reading.forEach((conversation, future) -> future.join().ifPresent(missed -> {
            left.remove(conversation);
            missed.forEach(one -> out.accept(one.message(), one.name()));
        }));
    }

    /** A message with its author's name in the server. */
    private record Named(Message message, Optional<String> name) {}

    private Optional<List<Named>> named(Optional<List<Message>> missed, Map<String, Optional<String>> names) {
        return missed.map(all -> all.stream()
                .map(message -> new Named(message, name(message, names)))
                .toList());
    }

    private Optional<String> name(Message message, Map<String, Optional<String>> names) {
        if (!message.isFromGuild() || message.isWebhookMessage()) {
            return Optional.empty();
        }
        Guild guild = message.getGuild();
        String author = message.getAuthor().getId();
        return names.computeIfAbsent(guild.getId() + author, key -> name(guild, author));
    }

    private Optional<String> name(Guild guild, String author) {
        try {
            return Optional.of(Patience.retrying(() -> calls.get(guild.retrieveMemberById(author)))
                    .getEffectiveName());
        } catch (ErrorResponseException e) {
            // they have left
            return Optional.empty();
        }
    }

    /** Empty where another try may read it. */
    private Optional<List<Message>> read(ConversationRef conversation, long last) {
        try {
            return Optional.of(spots.find(conversation)
                    .flatMap(Spot::channel)
                    .map(channel -> read(channel, last))
                    .orElse(List.of()));
        } catch (CancellationException e) {
            // the next start reads it
            return Optional.empty();
        } catch (InsufficientPermissionException | ErrorResponseException | DiscordException e) {
            log.warn("what was missed in {} cannot be read: {}", Spots.id(conversation), e.getMessage());
            return e instanceof DiscordException || Calls.passing(e) ? Optional.empty() : Optional.of(List.of());
        }
    }

    /** The newest are what is talked about: where more were missed than are read, the older ones are left out. */
    private List<Message> read(MessageChannel channel, long last) {
        long oldest = TimeUtil.getDiscordTimestamp(System.currentTimeMillis() - OLDEST.toMillis());
        long after = Math.max(last, oldest);
        List<Message> newest =
                Patience.retrying(() -> calls.get(channel.getHistory().retrievePast(MOST)));
        List<Message> missed = new ArrayList<>(newest);
        missed.removeIf(message -> message.getIdLong() <= after);
        Collections.reverse(missed);
        return missed;
    }
}
