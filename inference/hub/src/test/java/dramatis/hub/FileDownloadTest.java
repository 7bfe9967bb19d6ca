package dramatis.hub;

import static dramatis.hub.HubTrial.WEIGHTS;
import static dramatis.hub.HubTrial.checkpoint;
import static dramatis.hub.HubTrial.with;
import static dramatis.testkit.HubServerFault.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.testkit.HubServerFault;
import dramatis.testkit.HubServerFault.BreakAfter;
import dramatis.testkit.HubServerFault.ContentRange;
import dramatis.testkit.HubServerFault.EndAfter;
import dramatis.testkit.HubServerFault.StallAfter;
import dramatis.testkit.HubServerFault.Text;
import dramatis.testkit.HubServerFault.WholeAnyway;
import dramatis.testkit.HubServerFault.WrongByte;
import dramatis.testkit.HubServerFile;
import dramatis.testkit.HubServerRequest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaks, wrong answers and wrong bytes on the way of one file. */
class FileDownloadTest {
    private static final String NAME = "model.safetensors";

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
    void fetch_breaks_goesOnWhereItWas() {
        trial.server.onContent(NAME, new BreakAfter(100_000), new BreakAfter(50_000), new EndAfter(50_000));

        assertWhole();
        assertThat(ranges()).containsExactly("", "bytes=100000-", "bytes=150000-", "bytes=200000-");
        assertThat(trial.progress.sentences).hasSize(3).allMatch(it -> it.contains("next try in 1 s"));
    }

    @Test
    @Timeout(60)
    void fetch_silentServer_isLeft() {
        trial.options = trial.options.withTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(1));
        trial.server.onContent(NAME, new StallAfter(100_000));

        assertWhole();
        assertThat(ranges()).containsExactly("", "bytes=100000-");
        assertThat(trial.progress.sentences).singleElement().asString().contains("nothing came for 1 s");
    }

    @Test
    void fetch_serverThatIgnoresRanges_beginsAnew() {
        trial.server.onContent(NAME, new BreakAfter(100_000), new WholeAnyway());

        assertWhole();
        assertThat(ranges()).containsExactly("", "bytes=100000-");
        long small = total() - WEIGHTS.length;
        assertThat(trial.progress.done).containsSubsequence(small + 100_000, small, total());
    }

    @Test
    void fetch_pageThatAsksToSignIn_isNotTakenForTheFile() {
        trial.server.onContent(NAME, new BreakAfter(100_000), new Text("<html>Sign in</html>"));

        assertWhole();
        assertThat(ranges()).containsExactly("", "bytes=100000-", "bytes=100000-");
        assertThat(trial.progress.sentences).last().asString().contains("localhost sent something else");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 0-199999/300000",
                "bytes 99999-299999/300000",
                "bytes 100000-299999/300001",
                "bytes 9999999999999999999-9/9",
                "nonsense",
                ""
            })
    void fetch_anotherPartThanAskedFor_beginsAnew(String range) {
        trial.server.onContent(NAME, new BreakAfter(100_000), new ContentRange(range));

        assertWhole();
        assertThat(ranges()).containsExactly("", "bytes=100000-", "");
    }

    @Test
    void fetch_partOfUnknownWhole_isTaken() {
        trial.server.onContent(NAME, new BreakAfter(100_000), new ContentRange("bytes 100000-299999/*"));

        assertWhole();
        assertThat(ranges()).containsExactly("", "bytes=100000-");
    }

    @Test
    void fetch_rangeRefused_beginsAnew() {
        trial.server.onContent(NAME, new BreakAfter(100_000), status(416, "Content-Range", "bytes */300000"));

        assertWhole();
        assertThat(ranges()).containsExactly("", "bytes=100000-", "");
    }

    @Test
    void fetch_startedAnew_goesOnFromThePart() throws IOException {
        trial.server.onContent(NAME, broken(100_000));
        assertThatThrownBy(trial::fetch).isInstanceOf(HubException.class);
        assertThat(trial.partNames()).hasSize(1);

        assertWhole();
        assertThat(ranges()).last().isEqualTo("bytes=100000-");
        assertThat(trial.progress.doneBefore).isEqualTo(100_000 + total() - WEIGHTS.length);
        assertThat(trial.progress.sentences).last().asString().contains("Checking 100.0 kB");
        assertThat(trial.partNames()).isEmpty();
    }

    @Test
    void fetch_wholePart_isCheckedAndNotAskedFor() throws IOException {
        part(WEIGHTS);

        assertWhole();
        assertThat(ranges()).isEmpty();
    }

    @Test
    void fetch_wrongPart_isThrownAway() throws IOException {
        byte[] wrong = WEIGHTS.clone();
        wrong[5] ^= 1;
        part(wrong);

        assertWhole();
        assertThat(ranges()).containsExactly("");
    }

    @Test
    void fetch_partLongerThanTheFile_isThrownAway() throws IOException {
        part(HubTrial.bytes(WEIGHTS.length + 1));

        assertWhole();
        assertThat(ranges()).containsExactly("");
        assertThat(trial.progress.doneBefore).isZero();
    }

    @Test
    void fetch_blobCutShort_isDownloadedAnew() throws IOException {
        Path snapshot = trial.fetch();
        Files.write(snapshot.resolve(NAME).toRealPath(), new byte[10]);
        Files.delete(snapshot.resolve("config.json"));

        assertWhole();
        assertThat(trial.server.contentRequests("config.json")).hasSize(1);
    }

    @Test
    void fetch_wrongByteOnce_isDownloadedAnew() {
        trial.server.onContent(NAME, new WrongByte());

        assertWhole();
        assertThat(ranges()).containsExactly("", "");
        assertThat(trial.progress.done).last().isEqualTo(total());
    }

    @Test
    void fetch_wrongByteTwice_namesTheFileAndLeavesNothingOfIt() throws IOException {
        trial.server.onContent(NAME, new WrongByte(), new WrongByte());

        assertThatThrownBy(trial::fetch)
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll("model.safetensors of acme/tiny came twice with another checksum");
        assertThat(trial.cache().find(HubTrial.ID)).isEmpty();
        try (var parts = Files.list(trial.folder().resolve("blobs"))) {
            assertThat(parts.filter(it ->
                            it.toString().endsWith(".incomplete") && it.toFile().length() > 0))
                    .isEmpty();
        }
    }

    @Test
    void fetch_wrongSmallFile_isCheckedAsGitDoes() {
        trial.server.onContent("config.json", new WrongByte(), new WrongByte());

        assertThatThrownBy(trial::fetch)
                .isInstanceOf(HubException.class)
                .hasMessageContaining("config.json of acme/tiny came twice");
    }

    @Test
    void fetch_manyBreaks_goOnAsLongAsSomethingComes() {
        trial.server.onContent(
                NAME, Collections.nCopies(20, new BreakAfter(10_000)).toArray(BreakAfter[]::new));

        assertWhole();
        assertThat(trial.pauses).hasSize(20).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void fetch_nothingComes_givesUpAndKeepsThePart() throws IOException {
        trial.server.onContent(NAME, broken(100_000));

        assertThatThrownBy(trial::fetch)
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll("broke off at", "of 305.0 kB", "start again");
        assertThat(trial.pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(trial.partNames()).hasSize(1);
    }

    /**
     * 2 GiB and 1000 bytes of zeros, of which 2 GiB are there: counts that do not fit an int, without waiting for them.
     * They are hashed, which takes ten seconds: {@code -Dhub.large=true}.
     */
    @Test
    @EnabledIfSystemProperty(named = "hub.large", matches = "true")
    void fetch_partLongerThanAnInt_goesOn() throws IOException {
        long there = 1L << 31;
        String sha256 = "4aa6aa5167b82b368e7c0b58013afb553555cfaa52f480160e5b91a0926e7481";
        HubServerFile zeros = HubServerFile.zeros(NAME, there + 1000, sha256);
        trial.server.publish("acme/tiny", "main", with(zeros));
        try (RandomAccessFile sparse = new RandomAccessFile(part(zeros).toFile(), "rw")) {
            sparse.setLength(there);
        }

        assertThat(trial.fetch().resolve(NAME))
                .satisfies(it -> assertThat(Files.size(it)).isEqualTo(there + 1000));
        assertThat(ranges()).containsExactly("bytes=2147483648-");
        assertThat(trial.progress.doneBefore).isEqualTo(there);
    }

    private static HubServerFault[] broken(long bytes) {
        return List.of(
                        new BreakAfter(bytes),
                        new BreakAfter(0),
                        new BreakAfter(0),
                        new BreakAfter(0),
                        new BreakAfter(0),
                        new BreakAfter(0))
                .toArray(BreakAfter[]::new);
    }

    private void assertWhole() {
        assertThat(trial.fetch().resolve(NAME)).hasBinaryContent(WEIGHTS);
    }

    private long total() {
        return trial.progress.total;
    }

    private List<String> ranges() {
        return trial.server.contentRequests(NAME).stream()
                .map((HubServerRequest it) -> it.header("Range").orElse(""))
                .toList();
    }

    private void part(byte[] bytes) throws IOException {
        Files.write(part(HubServerFile.large(NAME, WEIGHTS)), bytes);
    }

    private Path part(HubServerFile file) throws IOException {
        Path blobs = Files.createDirectories(trial.folder().resolve("blobs"));
        return blobs.resolve(file.checksum() + ".dramatis.incomplete");
    }
}
