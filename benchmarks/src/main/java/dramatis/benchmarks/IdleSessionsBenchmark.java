package dramatis.benchmarks;

import dramatis.Bot;
import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import dramatis.persistence.Database;
import dramatis.platform.Admission;
import dramatis.platform.ChatAdapter;
import dramatis.platform.Delivery;
import dramatis.platform.InboundHandler;
import dramatis.platform.Outbound;
import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The heap that a session takes once nobody talks in it: a line is said and answered in each of as many places as the
 * first argument says (20,000 by default), and what the heap grew by is divided by them. The bot keeps talks on disk, so
 * that should come to a few bytes, whatever the number.
 */
public final class IdleSessionsBenchmark {
    private static final int AT_ONCE = 64;
    private static final int ROWS = 4;

    private IdleSessionsBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int sessions = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        try (Database database = Database.open(Files.createTempDirectory("dramatis-benchmark"));
                Bot bot = new Bot(
                        database.stores(), Theatre.onlyWren(), new Murmur(), Theatre.settings("wren", AT_ONCE))) {
            Visitors visitors = new Visitors();
            bot.start();
            bot.attach(visitors);
            visitors.call(-AT_ONCE * 10, AT_ONCE * 10);
            long before = heap();
            System.out.println("sessions   heap, MB   bytes a session");
            for (int row = 1; row <= ROWS; row++) {
                visitors.call((row - 1) * (sessions / ROWS), sessions / ROWS);
                int all = row * (sessions / ROWS);
                long now = heap();
                System.out.printf("%8d %10.1f %17.1f%n", all, now / 1e6, (double) (now - before) / all);
            }
        }
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A platform whose people each say one line; it remembers nothing of them. */
    private static final class Visitors implements ChatAdapter, Outbound, TurnWatcher {
        private static final String PLATFORM = "visitors";

        private final Semaphore free = new Semaphore(AT_ONCE);
        private Optional<InboundHandler> handler = Optional.empty();

        /** Each in a place of their own, and until the last is answered. */
        void call(int from, int people) throws InterruptedException {
            for (int i = from; i < from + people; i++) {
                free.acquire();
                Admission admission = handler.orElseThrow().accept(new InboundEvent.Message(line(i)));
                if (!(admission instanceof Admission.Queued)) {
                    free.release();
                }
            }
            free.acquire(AT_ONCE);
            free.release(AT_ONCE);
        }

        private static InboundMessage line(int number) {
            ConversationRef place = new ConversationRef(PLATFORM, "place " + number, "");
            return new InboundMessage(
                    new MessageRef(place, "1"),
                    Place.of(place),
                    new UserRef(PLATFORM, Integer.toString(number)),
                    "Bo",
                    AuthorKind.PERSON,
                    "Good evening.",
                    Optional.empty(),
                    Addressing.DIRECT,
                    Locale.ENGLISH,
                    Instant.now());
        }

        @Override
        public String platform() {
            return PLATFORM;
        }

        @Override
        public void start(InboundHandler inbound) {
            handler = Optional.of(inbound);
        }

        @Override
        public Outbound outbound() {
            return this;
        }

        @Override
        public Receipt post(Delivery delivery) {
            return new Receipt.Sent(List.of(delivery.turnId() + "." + delivery.piece()));
        }

        @Override
        public Optional<MessageRef> notice(ConversationRef conversation, UserNotice notice) {
            return Optional.empty();
        }

        @Override
        public void turnChanged(ConversationRef conversation, long turnId, Phase phase) {
            if (phase.last()) {
                free.release();
            }
        }

        @Override
        public void close() {}
    }
}
