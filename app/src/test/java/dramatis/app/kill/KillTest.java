package dramatis.app.kill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a real bot with SIGKILL again and again, each restart going on with what the last one left. The kills go on until
 * each state was found on disk {@code -Dkill.rounds} times (5 by default); {@code -Dpersistence.writeDelay=500} shows
 * what H2's setting is good for: then this test fails.
 */
class KillTest {
    private static final int WANTED = Integer.getInteger("kill.rounds", 5);
    private static final Set<String> STATES = Set.of("RECEIVED", "GENERATING", "ANSWERED", "POSTING");
    private static final Path CHECKPOINT = Path.of("../inference/djl/src/test/resources/checkpoints/qwen3-tiny");

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final Set<String> taken = new TreeSet<>();
    private final Map<String, Integer> found = new TreeMap<>();

    @Test
    @Timeout(3600)
    void kill_atAnyTime_everyMessageIsAnsweredOnce() throws Exception {
        int rounds = 0;
        while (STATES.stream().anyMatch(state -> found.getOrDefault(state, 0) < WANTED)) {
            killedRound(rounds++);
            assertThat(rounds).as("kills needed; found so far: %s", found).isLessThan(WANTED * 20);
        }
        lastRound();
        System.out.println(rounds + " kills, " + taken.size() + " messages; found on disk: " + found);

        try (Disk disk = new Disk(folder)) {
            Map<String, String> messages = disk.messages();
            assertThat(messages.keySet()).as("messages that were taken").containsAll(taken);
            assertThat(Set.copyOf(messages.values())).as("ends of their turns").isSubsetOf("POSTED", "FAILED");
            assertThat(messages.values().stream().filter("FAILED"::equals).count())
                    .as("answered by a notice")
                    .isLessThan(messages.size() / 5 + 1);
            assertThat(disk.repliesOfPostedTurns())
                    .as("replies of each posted turn")
                    .containsOnly(1);
            assertThat(disk.replies())
                    .as("replies in all")
                    .isEqualTo(disk.repliesOfPostedTurns().size());
        }
        assertThat(FilePlatform.keys(platform()))
                .as("%s", FilePlatform.posted(platform()))
                .doesNotHaveDuplicates();
    }

    private void killedRound(int round) throws IOException, InterruptedException, SQLException {
        Process victim = start();
        try (BufferedReader output = victim.inputReader(UTF_8);
                PrintWriter input = new PrintWriter(victim.outputWriter(UTF_8), true)) {
            assertThat(output.readLine()).isEqualTo("ready");
            for (int i = 0; i < 6; i++) {
                input.println(random.nextInt(4) + " " + round + "." + i + " Hello, number " + i);
            }
            for (int i = 0; i < 6; i++) {
                taken.add(output.readLine());
            }
            waitForAMoment(round);
        } finally {
            victim.destroyForcibly().waitFor();
        }
        try (Disk disk = new Disk(folder)) {
            assertThat(disk.messages().keySet()).as("kept after kill %d", round).containsAll(taken);
            disk.states().forEach((state, count) -> found.merge(state, 1, Integer::sum));
        }
    }

    /** Any moment, or one soon after something was posted: the short states are hit as well as the long ones. */
    private void waitForAMoment(int round) throws IOException, InterruptedException {
        if (round % 4 > 0) {
            int posted = FilePlatform.posted(platform()).size() + round % 4;
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
            while (FilePlatform.posted(platform()).size() < posted && System.nanoTime() - patience < 0) {
                Thread.sleep(1);
            }
        }
        Thread.sleep(random.nextInt(round % 4 > 0 ? 40 : 400));
    }

    private Path platform() {
        return folder.resolve("platform");
    }

    private void lastRound() throws IOException, InterruptedException {
        Process process = start();
        process.outputWriter(UTF_8).close();
        assertThat(process.inputReader(UTF_8).lines().toList()).containsExactly("ready");
        assertThat(process.waitFor()).isZero();
    }

    private Process start() throws IOException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dpersistence.writeDelay=" + Integer.getInteger("persistence.writeDelay", 0),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString(),
                CHECKPOINT.toString(),
                "15"));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }
}
