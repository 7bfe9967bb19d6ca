package dramatis.benchmarks;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserRef;
import dramatis.persistence.DataKey;
import dramatis.persistence.Database;
import dramatis.session.Session;
import dramatis.session.SessionStore.Opening;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore.Admitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What it costs to show, export and delete what is kept of one of a hundred people, to delete the older half of
 * everything, and to write the file anew after each. The first argument says how many messages there are (20,000 by
 * default; ten are answered by one turn), a second one encrypts them.
 */
public final class ForgettingBenchmark {
    private static final ConversationRef HALL = new ConversationRef("benchmark", "hall", "");
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PEOPLE = 100;
    private static final int JOINED = 10;

    private final Path folder;
    private final Database database;

    private ForgettingBenchmark(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    public static void main(String[] args) throws IOException {
        int messages = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        Optional<DataKey> key = args.length > 1 ? Optional.of(DataKey.of(args[1])) : Optional.empty();
        Path folder = Files.createTempDirectory("dramatis-benchmark");
        try (Database database = Database.open(folder, key)) {
            new ForgettingBenchmark(folder, database).run(messages);
        }
    }

    private void run(int messages) throws IOException {
        step("talk", () -> talk(messages));
        UserRef one = person(1);
        step("show", () -> database.privacy().show(one));
        AtomicLong exported = new AtomicLong();
        step("export", () -> database.privacy().export(one, keepsake -> exported.incrementAndGet()));
        step("delete one of " + PEOPLE, () -> database.privacy().delete(one));
        step("write anew", () -> database.rewriteIfNeeded(Duration.ZERO));
        Instant middle = BEGINNING.plusSeconds(messages / 2);
        step("delete the older half", () -> database.privacy().deleteOlderThan(middle));
        step("write anew", () -> database.rewriteIfNeeded(Duration.ZERO));
        System.out.println(exported + " exported");
    }

    private void step(String what, Runnable work) throws IOException {
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%-22s %9.3f s %9.1f MB%n", what, seconds, Files.size(folder.resolve("dramatis.mv.db")) / 1e6);
    }

    private void talk(int messages) {
        Session session = database.sessions()
                .open(new Opening(HALL, "wren", "Bo", "", Optional.empty(), BEGINNING))
                .session();
        for (int i = 0; i < messages; i++) {
            Admitted admitted = database.turns().admit(session, message(i), 1000);
            if (i % JOINED == JOINED - 1) {
                answer(((Admitted.Queued) admitted).turn());
            }
        }
    }

    private void answer(Turn turn) {
        database.turns().begin(turn.id(), "Wren");
        database.turns().segment(turn.id(), 0, Segment.plan("She is careful."));
        database.turns().segment(turn.id(), 1, Segment.speech("Come in."));
        database.turns().answer(turn.id(), false, Optional.empty());
        database.turns().end(turn.id(), Turn.State.POSTED, Optional.empty());
    }

    private static UserRef person(int number) {
        return new UserRef("benchmark", Integer.toString(number));
    }

    private static InboundMessage message(int number) {
        return new InboundMessage(
                new MessageRef(HALL, Integer.toString(number)),
                Place.of(HALL),
                person(number % PEOPLE),
                "Bo",
                AuthorKind.PERSON,
                "Good evening, may I come in? I am number " + number + " and it rains.",
                Optional.empty(),
                Addressing.MENTION,
                Locale.ENGLISH,
                BEGINNING.plusSeconds(number));
    }
}
