package dramatis.persistence;

import static dramatis.persistence.Crowd.ADA;
import static dramatis.persistence.Crowd.BO;
import static dramatis.persistence.Crowd.HALL;
import static dramatis.persistence.Crowd.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.UserRef;
import dramatis.persona.Person;
import dramatis.platform.Receipt;
import dramatis.session.Session;
import dramatis.session.StoreException;
import dramatis.turn.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted stands in no file any more. */
class ForgettingTest {
    private static final String[] CANARIES = {
        "canary-chat",
        "canary-ada",
        "canary-id",
        "canary-name",
        "canary-profile",
        "canary-asked",
        "canary-edited",
        "canary-plan",
        "canary-thought",
        "canary-reply",
        "canary-swipe",
        "canary-half",
        "canary-post",
        "canary-called",
        "canary-described"
    };

    @TempDir
    Path folder;

    private Database database;
    private Crowd crowd;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        crowd = new Crowd(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rewriteIfNeeded_fileHasGrown_isSmallerAndKeepsAll() throws IOException {
        database.close();
        database = Database.open(folder, Optional.empty(), 500_000);
        crowd = new Crowd(database);
        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isFalse();
        Session hall = crowd.session(HALL);
        for (int i = 0; i < 100; i++) {
            crowd.answer(crowd.says(ADA, hall, "a" + i, "question"), Segment.speech("reply"));
        }
        long grown = Files.size(folder.resolve("dramatis.mv.db"));

        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isTrue();

        assertThat(Files.size(folder.resolve("dramatis.mv.db"))).isLessThan(grown / 2);
        assertThat(database.sessions().history(hall.id(), 0, Long.MAX_VALUE)).hasSize(200);
        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isFalse();
    }

    /** Something of Ada's in every column that takes a text. */
    private void talk() {
        database.people().put(new Person(ADA, Optional.of("canary-called"), "canary-described", Instant.now()));
        Session alone = crowd.session(PRIVATE);
        Turn turn = crowd.says(ADA, alone, "canary-id", "canary-asked");
        database.posts().intend(turn.id(), 2);
        database.posts().receipt(turn.id(), 2, new Receipt.Sent(List.of("canary-post")));
        crowd.answer(
                turn, Segment.plan("canary-plan"), Segment.thought("canary-thought"), Segment.speech("canary-reply"));
        crowd.answer(
                database.turns().again(alone, Turn.Kind.RETRY, Instant.now()).orElseThrow(),
                Segment.speech("canary-swipe"));
        Turn open = crowd.says(ADA, alone, "canary-id2", "canary-asked");
        database.turns().begin(open.id(), "Elena");
        database.turns().segment(open.id(), 0, Segment.speech("canary-half"));
        Session hall = crowd.session(HALL);
        crowd.answer(
                crowd.says(ADA, hall, "canary-id", "canary-asked"),
                Segment.thought("canary-thought"),
                Segment.speech("Yes."));
        database.sessions().edit(new MessageRef(HALL, "canary-id"), "canary-edited");
        crowd.answer(
                crowd.says(BO, hall, "b1", "kept question"),
                Segment.thought("kept thought"),
                Segment.speech("kept reply"));
    }

    @Test
    void rewriteIfNeeded_afterDelete_noByteIsLeft() throws IOException {
        talk();
        database.privacy().delete(ADA);
        assertThat(database.forgetting()).isTrue();
        assertThat(new Traces(folder).of(CANARIES)).as("what H2 leaves").containsExactly("dramatis.mv.db");
        String old = fileKey();

        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isTrue();

        assertThat(new Traces(folder).of(CANARIES)).isEmpty();
        assertThat(fileKey())
                .as("H2 tidies a small file as it closes it, not a large one")
                .isNotEqualTo(old);
        assertThat(new Traces(folder).of("kept question")).containsExactly("dramatis.mv.db");
        assertThat(crowd.texts(HALL)).containsExactly("Yes.", "kept question", "kept thought", "kept reply");
        assertThat(database.forgetting()).isFalse();
        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isFalse();
        crowd.says(ADA, crowd.session(PRIVATE), "new", "I am back");
        assertThat(crowd.texts(PRIVATE)).containsExactly("I am back");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("dramatis.mv.db", DataFolder.PID_FILE);
        }
    }

    private String fileKey() throws IOException {
        return String.valueOf(Files.readAttributes(folder.resolve("dramatis.mv.db"), BasicFileAttributes.class)
                .fileKey());
    }

    @Test
    void rewriteIfNeeded_afterRestart_noByteIsLeft() throws IOException {
        talk();
        database.privacy().delete(ADA);
        close();

        open();

        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isTrue();
        assertThat(new Traces(folder).of(CANARIES)).isEmpty();
    }

    @Test
    void rewriteIfNeeded_afterAPersonTookBackWhatTheySaid_noByteIsLeft() throws IOException {
        database.people().put(new Person(BO, Optional.of("canary-called"), "canary-described", Instant.now()));
        crowd.says(BO, crowd.session(HALL), "1", "kept question");
        database.people().clear(BO, "Bo");

        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isTrue();

        assertThat(new Traces(folder).of("canary-called", "canary-described")).isEmpty();
        assertThat(new Traces(folder).of("kept question")).isNotEmpty();
    }

    @Test
    void rewriteIfNeeded_afterDeletionOfWhatIsOld_noByteIsLeft() throws IOException {
        Session hall = crowd.session(HALL);
        crowd.answer(
                crowd.says(BO, hall, "1", "canary-asked"), Segment.plan("canary-plan"), Segment.speech("canary-reply"));

        assertThat(database.privacy().deleteOlderThan(Instant.now().plusSeconds(60)))
                .isEqualTo(2);
        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isTrue();

        assertThat(new Traces(folder).of("canary-asked", "canary-plan", "canary-reply"))
                .isEmpty();
    }

    @Test
    void rewriteIfNeeded_notQuietOrNotNeeded_doesNothing() {
        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isFalse();
        talk();
        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isFalse();
        database.privacy().delete(new UserRef("irc", "stranger"));
        assertThat(database.forgetting()).isFalse();
        database.privacy().delete(ADA);

        assertThat(database.rewriteIfNeeded(Duration.ofHours(1))).isFalse();

        assertThat(database.forgetting()).isTrue();
    }

    @Test
    void rewriteIfNeeded_whileMessagesCome_losesNone() {
        Session hall = crowd.session(HALL);
        crowd.says(BO, hall, "m", "text");
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> talking = CompletableFuture.supplyAsync(() -> {
            int said = 1;
            while (!enough.get()) {
                crowd.says(BO, hall, "m" + said, "text " + said++);
            }
            return said;
        });
        for (int i = 0; i < 3; i++) {
            crowd.says(ADA, hall, "a" + i, "canary-asked");
            database.privacy().delete(ADA);
            assertThat(database.rewriteIfNeeded(Duration.ZERO)).isTrue();
        }
        enough.set(true);

        assertThat(crowd.texts(HALL)).hasSize(talking.join()).doesNotHaveDuplicates();
    }

    @Test
    void rewriteIfNeeded_fileThatCannotBeWritten_leavesTheStoresAtWork() throws IOException {
        talk();
        database.privacy().delete(ADA);
        Path inTheWay = Files.createDirectories(folder.resolve("rewriting.mv.db/full"));

        assertThatThrownBy(() -> database.rewriteIfNeeded(Duration.ZERO))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("dramatis.mv.db could not be written anew");

        assertThat(crowd.texts(HALL)).hasSize(4);
        assertThat(database.forgetting()).isTrue();
        Files.delete(inTheWay);
        assertThat(database.rewriteIfNeeded(Duration.ZERO)).isTrue();
    }
}
