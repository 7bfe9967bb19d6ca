package dramatis.hub;

import static dramatis.hub.HubTrial.ID;
import static dramatis.hub.HubTrial.WEIGHTS;
import static dramatis.hub.HubTrial.checkpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dramatis.testkit.HubServerFault.StallAfter;
import dramatis.testkit.HubServerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several that want the same model at once, and one that is killed. */
@Timeout(120)
class RepositoryLockTest {
    private static final String NAME = "model.safetensors";
    private static final String WAITING = "Another process is downloading acme/tiny; waiting for it.";

    @TempDir
    private Path home;

    private HubTrial trial;

    @BeforeEach
    void start() {
        trial = new HubTrial(home);
        trial.server.publish("acme/tiny", "main", checkpoint());
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void fetch_processKilledOnTheWay_isGoneOnFrom() throws Exception {
        long whole = Stream.of(checkpoint()).mapToLong(HubServerFile::size).sum();
        trial.server.onContent(NAME, new StallAfter(200_000));
        try (HubChild child = HubChild.start(home, trial.server.endpoint(), ID)) {
            assertThat(child.line()).isEqualTo("started");
            await().atMost(Duration.ofMinutes(1)).until(() -> partBytes() == 200_000);
            child.kill();
        }
        assertThat(trial.cache().find(ID)).isEmpty();

        assertThat(trial.fetch().resolve(NAME)).hasBinaryContent(WEIGHTS);

        assertThat(trial.progress.sentences).noneMatch(it -> it.contains("Another process"));
        assertThat(trial.server.contentRequests(NAME).get(1).header("Range")).contains("bytes=200000-");
        assertThat(trial.server.servedBytes()).isLessThan(whole + 5000); // and two listings
    }

    @Test
    void fetch_anotherProcessIsAtIt_waitsAndUsesWhatCame() throws Exception {
        trial.server.onContent(NAME, new StallAfter(200_000));
        try (HubChild first = HubChild.start(home, trial.server.endpoint(), ID)) {
            assertThat(first.line()).isEqualTo("started");
            try (HubChild second = HubChild.start(home, trial.server.endpoint(), ID)) {
                assertThat(second.line()).isEqualTo(WAITING);
                trial.server.goOn();

                assertThat(first.line()).endsWith(trial.server.commit("acme/tiny", "main"));
                assertThat(second.line()).endsWith(trial.server.commit("acme/tiny", "main"));
            }
        }
        assertThat(trial.server.listings()).isEqualTo(1);
    }

    @Test
    void fetch_anotherThreadIsAtIt_waitsAndAsksNothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Path> first =
                CompletableFuture.supplyAsync(() -> trial.cache().fetch(ID, new Slow(begun, goOn)));
        begun.await();

        CompletableFuture<Path> second = CompletableFuture.supplyAsync(trial::fetch);
        await().atMost(Duration.ofMinutes(1)).until(() -> !trial.progress.sentences.isEmpty());
        goOn.countDown();

        assertThat(second.get()).isEqualTo(first.get());
        assertThat(trial.progress.sentences).containsExactly(WAITING);
        assertThat(trial.server.contentRequests(NAME)).hasSize(1);
    }

    @Test
    void fetch_interruptedWhileWaiting_leavesTheOtherAlone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Path> first =
                CompletableFuture.supplyAsync(() -> trial.cache().fetch(ID, new Slow(begun, goOn)));
        begun.await();
        Thread.currentThread().interrupt();

        assertThatThrownBy(trial::fetch).isInstanceOf(HubException.class).hasMessageContaining("was stopped");
        assertThat(Thread.interrupted()).isTrue();

        goOn.countDown();
        assertThat(first.get()).isDirectory();
    }

    private long partBytes() throws IOException {
        Path blobs = trial.folder().resolve("blobs");
        if (!Files.exists(blobs)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(blobs)) {
            return files.filter(it -> it.toString().endsWith(".incomplete"))
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        }
    }

    /** Stops at the start until it is let go on. */
    private record Slow(CountDownLatch begun, CountDownLatch goOn) implements Progress {
        @Override
        public void started(HubId id, long done, long total) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void advanced(long done, long total) {}

        @Override
        public void waiting(String sentence) {}
    }
}
