package dramatis.benchmarks;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserRef;
import dramatis.persistence.Database;
import dramatis.session.Session;
import dramatis.session.SessionStore.Opening;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore.Admitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a whole turn costs the store, commits included, and what the last replies cost to read, as a session grows: the
 * first argument says to how many turns (10,000 by default). The ratio is to the first row's.
 */
public final class HistoryBenchmark {
    private static final ConversationRef HALL = new ConversationRef("benchmark", "hall", "");
    private static final int ROWS = 4;

    private HistoryBenchmark() {}

    public static void main(String[] args) throws IOException {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        Path folder = Files.createTempDirectory("dramatis-benchmark");
        try (Database database = Database.open(folder)) {
            Session session = database.sessions()
                    .open(new Opening(HALL, "wren", "Bo", "", Optional.empty(), Instant.now()))
                    .session();
            new HistoryBenchmark().run(database, session, turns);
        }
    }

    private void run(Database database, Session session, int turns) {
        double first = 0;
        System.out.println("  turns   ms a turn   ms to read the last 50   ratio");
        for (int row = 1; row <= ROWS; row++) {
            long begun = System.nanoTime();
            for (int i = 0; i < turns / ROWS; i++) {
                turn(database, session, row + "." + i);
            }
            double each = millis(begun) * ROWS / turns;
            double read = read(database, session);
            first = first == 0 ? read : first;
            System.out.printf("%7d %11.2f %24.2f %7.2f%n", row * (turns / ROWS), each, read, read / first);
        }
    }

    private static void turn(Database database, Session session, String id) {
        Admitted admitted = database.turns().admit(session, message(id), 1000);
        Turn turn = database.turns().begin(((Admitted.Queued) admitted).turn().id(), "Wren");
        database.turns().segment(turn.id(), 0, Segment.plan("She is careful."));
        database.turns().segment(turn.id(), 1, Segment.speech("Come in."));
        database.turns().answer(turn.id(), false, Optional.empty());
        database.turns().end(turn.id(), Turn.State.POSTED, Optional.empty());
    }

    private static double read(Database database, Session session) {
        long last = database.turns().lastReply(session.id()).orElseThrow().utteranceId();
        long begun = System.nanoTime();
        int rounds = 200;
        for (int i = 0; i < rounds; i++) {
            database.sessions().history(session.id(), last - 50, Long.MAX_VALUE);
        }
        return millis(begun) / rounds;
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static InboundMessage message(String id) {
        return new InboundMessage(
                new MessageRef(HALL, id),
                Place.of(HALL),
                new UserRef("benchmark", "1"),
                "Bo",
                AuthorKind.PERSON,
                "Good evening, may I come in?",
                Optional.empty(),
                Addressing.DIRECT,
                Locale.ENGLISH,
                Instant.now());
    }
}
