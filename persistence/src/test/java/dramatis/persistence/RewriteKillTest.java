package dramatis.persistence;

import static dramatis.persistence.Crowd.ADA;
import static dramatis.persistence.Crowd.BO;
import static dramatis.persistence.Crowd.HALL;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.persistence.Rewrite.Step;
import dramatis.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes the file anew leaves the old one or the new one, whole. */
@Timeout(120)
class RewriteKillTest {
    private static final String CANARY = "canary-text";
    private static final String NEVER = "never";
    private static final int KEPT = 300;

    @TempDir
    Path folder;

    private boolean encrypted;

    @BeforeEach
    void talk() {
        talk(false);
    }

    private void talk(boolean withKey) {
        encrypted = withKey;
        try (Database database = open()) {
            Crowd crowd = new Crowd(database);
            Session hall = crowd.session(HALL);
            IntStream.range(0, KEPT).forEach(i -> crowd.says(BO, hall, "m" + i, "kept " + i));
            crowd.says(ADA, hall, "a", CANARY);
        }
    }

    private Database open() {
        return Database.open(folder, Victim.key(encrypted));
    }

    @Test
    void kill_atEveryStep_leavesAWholeFile() throws Exception {
        for (Step step : Step.values()) {
            killAt(step);
        }
    }

    /** Or shortly after, where it is too quick to be caught. */
    @Test
    void kill_inTheMiddleOfWriting_leavesAWholeFile() throws Exception {
        Process process = Rewriter.start(folder, NEVER, encrypted);
        try (BufferedReader done = process.inputReader()) {
            while (!Files.exists(folder.resolve("rewriting.mv.db")) && !done.ready()) {
                LockSupport.parkNanos(100_000);
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertWhole(NEVER);
    }

    @Test
    void kill_encrypted_leavesAWholeFile() throws Exception {
        Files.delete(folder.resolve("dramatis.mv.db"));
        talk(true);
        killAt(Step.WRITTEN);
    }

    private void killAt(Step step) throws IOException {
        Process process = Rewriter.start(folder, step.name(), encrypted);
        try {
            assertThat(process.inputReader().readLine()).isEqualTo(step.name());
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertWhole(step.name());
    }

    private void assertWhole(String step) throws IOException {
        try (Database database = open()) {
            Crowd crowd = new Crowd(database);
            assertThat(crowd.texts(HALL)).as(step).hasSize(KEPT).doesNotContain(CANARY);
            assertThat(files()).containsExactlyInAnyOrder("dramatis.mv.db", DataFolder.PID_FILE);
            assertThat(database.rewriteIfNeeded(Duration.ZERO) || step.equals(NEVER))
                    .isTrue();
            assertThat(new Traces(folder).of(CANARY)).as(step).isEmpty();
            assertThat(crowd.texts(HALL)).as(step).hasSize(KEPT);
            crowd.says(ADA, crowd.session(HALL), "after " + step, CANARY);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The one who is killed. */
    static final class Rewriter {
        private Rewriter() {}

        static Process start(Path folder, String step, boolean encrypted) throws IOException {
            return Victim.java(Rewriter.class, "-Xss1m", folder.toString(), step, Boolean.toString(encrypted));
        }

        public static void main(String[] args) {
            Database database = Database.open(Path.of(args[0]), Victim.key(Boolean.parseBoolean(args[2])));
            database.privacy().delete(ADA);
            database.rewriteIfNeeded(Duration.ZERO, step -> {
                if (step.name().equals(args[1])) {
                    stand(step);
                }
            });
            stand(Step.SWAPPED);
        }

        private static void stand(Step step) {
            System.out.println(step);
            while (true) {
                LockSupport.park();
            }
        }
    }
}
