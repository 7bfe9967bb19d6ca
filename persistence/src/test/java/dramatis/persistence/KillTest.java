package dramatis.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Segment;
import dramatis.message.Utterance;
import dramatis.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a process was told is kept is there after it is killed. {@code -Dpersistence.killRounds=N} plays more rounds;
 * {@code -Dpersistence.writeDelay=500} shows that the test can fail.
 */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("persistence.killRounds", 5);
    private static final int WRITE_DELAY = Integer.getInteger("persistence.writeDelay", 0);

    @TempDir
    Path folder;

    @Test
    void kill_whileMessagesAreKept_losesNone() throws Exception {
        losesNone(ROUNDS, false);
    }

    @Test
    void kill_whileMessagesAreKeptEncrypted_losesNone() throws Exception {
        losesNone(Math.max(2, ROUNDS / 4), true);
    }

    private void losesNone(int rounds, boolean encrypted) throws Exception {
        Random random = new Random(7);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (Victim victim = Victim.start(folder, "round" + round, WRITE_DELAY, encrypted)) {
                acknowledged.addAll(victim.acknowledged(1 + random.nextInt(60)));
                acknowledged.addAll(victim.kill());
            }
            assertThat(kept(encrypted)).as("after round " + round).containsAll(complete(acknowledged));
        }
        System.out.println(rounds + " kills, " + acknowledged.size() + " messages acknowledged, none lost");
    }

    /** A line is a promise when its end was printed too: the last one may be cut by the kill. */
    private static List<String> complete(List<String> lines) {
        return lines.stream()
                .filter(line -> line.endsWith(" "))
                .map(String::trim)
                .toList();
    }

    private List<String> kept(boolean encrypted) {
        try (Database database = Database.open(folder, Victim.key(encrypted))) {
            Session session = database.sessions().current(Talk.HERE).orElseThrow();
            return database.sessions().history(session.id(), 0, Long.MAX_VALUE).stream()
                    .map(Utterance::segments)
                    .filter(segments -> !segments.isEmpty())
                    .map(segments -> segments.get(0))
                    .map(Segment::text)
                    .toList();
        }
    }
}
