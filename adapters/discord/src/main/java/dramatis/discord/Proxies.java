package dramatis.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sees where a proxy speaks for somebody (PluralKit, Tupperbox): it says a message again by a webhook, under another name
 * and without the marks that called it, and deletes the first one, in either order. The two are one message of that
 * person. Used on one thread.
 */
final class Proxies {
    /** How long after a message its proxy acts. */
    static final Duration WINDOW = Duration.ofSeconds(3);

    private final Consumer<InboundEvent> out;
    private final Consumer<Runnable> later;
    private final Cache<MessageRef, InboundMessage> recent =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(10_000).build();
    private final List<Held> held = new ArrayList<>();

    /** One half of a pair, until the other comes or the time is up. */
    private record Held(InboundMessage original, Optional<InboundMessage> again) {
        InboundEvent alone() {
            return again.<InboundEvent>map(InboundEvent.Message::new)
                    .orElseGet(() -> new InboundEvent.Deleted(original.ref()));
        }
    }

    /**
     * Makes one.
     *
     * @param out takes what happened
     * @param later does something on the same thread when the {@link #WINDOW} is over
     */
    Proxies(Consumer<InboundEvent> out, Consumer<Runnable> later) {
        this.out = out;
        this.later = later;
    }

    /** A person or another bot wrote something. */
    void message(InboundMessage message) {
        recent.put(message.ref(), message);
        out.accept(new InboundEvent.Message(message));
    }

    /** A webhook that is not the bot's own said something. */
    void hooked(InboundMessage message) {
        Optional<Held> deleted = take(one -> one.again().isEmpty() && again(one.original(), message));
        if (deleted.isPresent()) {
            replaced(deleted.get().original(), message);
            return;
        }
        Optional<InboundMessage> original = recent.asMap().values().stream()
                .filter(one -> again(one, message))
                .max((a, b) -> a.sentAt().compareTo(b.sentAt()));
        original.ifPresentOrElse(
                one -> hold(new Held(one, Optional.of(message))), () -> out.accept(new InboundEvent.Message(message)));
    }

    /** Somebody deleted a message. */
    void deleted(MessageRef ref) {
        Optional<Held> again =
                take(one -> one.again().isPresent() && one.original().ref().equals(ref));
        InboundMessage original = recent.getIfPresent(ref);
        if (again.isPresent()) {
            replaced(again.get().original(), again.get().again().orElseThrow());
        } else if (original != null) {
            recent.invalidate(ref);
            hold(new Held(original, Optional.empty()));
        } else {
            out.accept(new InboundEvent.Deleted(ref));
        }
    }

    private void hold(Held half) {
        held.add(half);
        later.accept(() -> {
            if (held.remove(half)) {
                out.accept(half.alone());
            }
        });
    }

    private Optional<Held> take(Predicate<Held> wanted) {
        Optional<Held> found = held.stream().filter(wanted).findFirst();
        found.ifPresent(held::remove);
        return found;
    }

    private static boolean again(InboundMessage original, InboundMessage message) {
        return original.authorKind() == AuthorKind.PERSON
                && original.ref().conversation().equals(message.ref().conversation())
                && original.text().contains(message.text());
    }

    private void replaced(InboundMessage original, InboundMessage again) {
        Addressing addressing = again.addressing() == Addressing.NONE ? original.addressing() : again.addressing();
        InboundMessage one = new InboundMessage(
                again.ref(),
                again.place(),
                original.author(),
                again.authorName(),
                AuthorKind.PERSON,
                again.text(),
                again.replyTo().or(original::replyTo),
                addressing,
                original.locale(),
                again.sentAt());
        out.accept(new InboundEvent.Replaced(original.ref(), one));
    }
}
