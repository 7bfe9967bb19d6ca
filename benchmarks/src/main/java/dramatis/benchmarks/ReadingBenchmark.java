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
 * What the last 50 of a talk cost to read in a database of few messages and in one of many: the first argument says how
 * many (1,000,000 by default; ten are answered by one turn), and the ratio is to the first row's, at 10,000. Filling is
 * quicker with {@code -Dpersistence.writeDelay=500}.
 */
public final class ReadingBenchmark {
    private static final ConversationRef HALL = new ConversationRef("benchmark", "hall", "");
    private static final int FEW = 10_000;
    private static final int JOINED = 10;
    private static final int ROUNDS = 300;

    private final Database database;
    private final Session session;
    private int messages;
    private long replies;

    private ReadingBenchmark(Database database) {
        this.database = database;
        this.session = database.sessions()
                .open(new Opening(HALL, "wren", "Bo", "", Optional.empty(), Instant.now()))
                .session();
    }

    public static void main(String[] args) throws IOException {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("dramatis-benchmark");
        try (Database database = Database.open(folder)) {
            new ReadingBenchmark(database).run(many);
        }
    }

    private void run(int many) {
        System.out.println("messages   ms to read the last 50   ratio");
        fill(FEW);
        double few = read();
        System.out.printf("%8d %24.3f %7.2f%n", messages, few, 1.0);
        fill(many);
        double most = read();
        System.out.printf("%8d %24.3f %7.2f%n", messages, most, most / few);
    }

    private void fill(int until) {
        for (; messages < until; messages++) {
            Admitted admitted = database.turns().admit(session, message(messages), 1000);
            if (messages % JOINED == JOINED - 1) {
                answer(((Admitted.Queued) admitted).turn());
            }
        }
    }

    private void answer(Turn turn) {
        replies = database.turns().begin(turn.id(), "Wren").replyId();
        database.turns().segment(turn.id(), 0, Segment.speech("Come in."));
        database.turns().answer(turn.id(), false, Optional.empty());
        database.turns().end(turn.id(), Turn.State.POSTED, Optional.empty());
    }

    /** As a turn reads them: from a key on. */
    private double read() {
        read(ROUNDS);
        return read(ROUNDS);
    }

    private double read(int rounds) {
        long begun = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            database.sessions().history(session.id(), replies - 50, Long.MAX_VALUE);
        }
        return (System.nanoTime() - begun) / 1e6 / rounds;
    }

    private static InboundMessage message(int number) {
        return new InboundMessage(
                new MessageRef(HALL, Integer.toString(number)),
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
