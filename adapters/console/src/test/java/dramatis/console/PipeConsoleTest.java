package dramatis.console;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.platform.Admission;
import dramatis.platform.Receipt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PipeConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestingCore core = TestingCore.echoing();

    @TempDir
    private Path folder;

    /** Runs a console over an input, and says whether anything failed. */
    private boolean run(String input) throws InterruptedException {
        return run(input, out);
    }

    private boolean run(String input, OutputStream to) throws InterruptedException {
        ConsoleStreams streams =
                new ConsoleStreams(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), to, err);
        ConsoleOptions options = Testing.options(folder, Optional.empty());
        try (TestingCore used = core;
                ConsoleAdapter console = new ConsoleAdapter(
                        options,
                        () -> TestingDesk.over(core),
                        Testing.BACKSTAGE,
                        new PipeFace(streams),
                        Duration.ZERO)) {
            used.attach(console);
            console.start(used);
            console.awaitEnd();
            return console.anyTurnFailed();
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void lines_getRepliesWithOneBlankLineBetween() throws InterruptedException {
        assertThat(run("one\n\n  \ntwo\n")).isFalse();
        assertThat(out()).isEqualTo("*nods*\nYou said: one\n\n*nods*\nYou said: two\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void file_typedPath_isReadForTheCommand() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("my card.json"), "a card");
        assertThat(run("/persona import my card.json\n")).isFalse();
        assertThat(out()).isEqualTo("my card.json has a card\n");
    }

    @Test
    void file_thatCannotBeRead_isASentenceAndAFailure() throws InterruptedException {
        assertThat(run("/persona import missing.json\n")).isTrue();
        assertThat(out() + err())
                .isEqualTo("There is no file missing.json that can be read. Look at its name and its folder.\n");
    }

    @Test
    void form_isFilledInLineByLine() throws InterruptedException {
        run("/persona create\n\nWren\n\none\n");
        assertThat(out()).isEqualTo("A new character:\nA hedge.\nmade {called=Wren}\n\n*nods*\nYou said: one\n");
    }

    @Test
    void form_leftInTheMiddle_changesNothing() throws InterruptedException {
        assertThat(run("/persona create\nWren\n")).isTrue();
        assertThat(out()).doesNotContain("made");
    }

    @Test
    void form_nothingTyped_changesNothing() throws InterruptedException {
        assertThat(run("/persona create\n\n")).isTrue();
        assertThat(out()).doesNotContain("made");
    }

    @Test
    void confirm_anythingElseThanYes_isNo() throws InterruptedException {
        assertThat(run("/persona delete\nno\n/persona delete\n\n")).isFalse();
        assertThat(out()).doesNotContain("dropped");
    }

    @Test
    void confirm_nobodyAnswers_isNoAndAFailure() throws InterruptedException {
        assertThat(run("/persona delete\n")).isTrue();
        assertThat(out()).doesNotContain("dropped");
    }

    @Test
    void confirm_yes_isDone() throws InterruptedException {
        run("/persona delete\n Yes \none\n");
        assertThat(out()).contains("Take it away? (yes or no)\ndropped\n\n*nods*");
    }

    @Test
    void next_lineIsReadWhenTheLastIsAnswered() throws InterruptedException {
        core.pause(100);
        run("one\ntwo\nthree");
        assertThat(core.heard).extracting(m -> m.text()).containsExactly("one", "two", "three");
        assertThat(out()).endsWith("You said: three\n");
    }

    @Test
    void messages_haveIdsOfTheirOwn() throws InterruptedException {
        run("one\none\n");
        assertThat(core.heard).extracting(m -> m.ref().messageId()).doesNotHaveDuplicates();
        assertThat(core.receipts).doesNotHaveDuplicates();
    }

    @Test
    void text_isUtf8InAndOut() throws InterruptedException {
        run("你好, Zoë 🦊\n");
        assertThat(out()).contains("You said: 你好, Zoë 🦊\n");
    }

    @Test
    void reply_hasNoBlankLinesInside() throws InterruptedException {
        core = new TestingCore(text -> List.of(Segment.speech("one\n\n \ntwo"), Segment.action("a\n\nb")));
        run("x\n");
        assertThat(out()).isEqualTo("one\ntwo\n*a\nb*\n");
    }

    @Test
    void failed_turn_isToldOnTheErrorStreamAndByTheStatus() throws InterruptedException {
        assertThat(run("fail\nafter\n")).isTrue();
        assertThat(out()).isEqualTo("*nods*\nYou said: after\n");
        assertThat(err()).isEqualTo("/this did not work. Try again; the cause is in the log.\n");
    }

    @Test
    void refusal_isToldOnTheErrorStreamAndByTheStatus() throws InterruptedException {
        core.admissions.add(new Admission.Refused(UserNotice.of("command.unknown", "x")));
        assertThat(run("too long\nok\n")).isTrue();
        assertThat(err()).isEqualTo("There is no command /x. /help lists them all.\n");
        assertThat(out()).isEqualTo("*nods*\nYou said: ok\n");
    }

    @Test
    void line_ofSomebodyWhoOptedOut_isToldWhyNobodyAnswers() throws InterruptedException {
        core.admissions.add(new Admission.Ignored());
        assertThat(run("hello\n")).isTrue();
        assertThat(err()).contains("you are not answered").contains("/privacy optin");
    }

    @Test
    void unavailable_forGood_isGivenUp() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            core.admissions.add(new Admission.Unavailable());
        }
        assertThat(run("hello\n")).isTrue();
        assertThat(err()).endsWith("type it again.\n");
        assertThat(core.heard).isEmpty();
    }

    @Test
    void unknown_command_isAFailure() throws InterruptedException {
        assertThat(run("/nope\n")).isTrue();
        assertThat(err()).contains("There is no command /nope.");
        assertThat(out()).isEmpty();
    }

    @Test
    void unknown_command_isToldWhatWasMeant() throws InterruptedException {
        assertThat(run("/histroy\n/privacy\n")).isTrue();
        assertThat(err())
                .contains("There is no command /histroy. Did you mean /history?")
                .contains("/privacy goes on with one of these:\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void refused_command_isToldOnTheErrorStreamAndByTheStatus() throws InterruptedException {
        assertThat(run("/persona use nobody\n/prompt\n")).isTrue();
        assertThat(err()).isEqualTo("There is no character nobody. /persona list shows who there is.\n");
        assertThat(out()).isEqualTo("one\n\n  two\n");
    }

    @Test
    void words_thatACommandDoesNotTake_areNotOverlooked() throws InterruptedException {
        assertThat(run("/prompt twice\n")).isTrue();
        assertThat(err())
                .isEqualTo("/prompt has no place for \"twice\". It is typed /prompt; what has several words stands in"
                        + " quotes.\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void out_ofCharacter_goesNowhere() throws InterruptedException {
        run("// brb\n((back))\n(waves)\n");
        assertThat(core.heard).extracting(m -> m.text()).containsExactly("(waves)");
    }

    @Test
    void commands_areAnsweredAndWaitedFor() throws InterruptedException {
        run("/persona use biscuit\n/retry\n/prompt\n");
        assertThat(out()).isEqualTo("""
                        use {persona=biscuit}

                        *nods*
                        You said: again

                        one

                          two
                        """);
    }

    @Test
    void turn_shownAnew_isWaitedFor() throws InterruptedException {
        run("one\n/swipe\n/prompt\n");
        assertThat(out()).isEqualTo("""
                        *nods*
                        You said: one

                        version 1
                        *nods*
                        You said: the first

                        one

                          two
                        """);
    }

    @Test
    void help_listsQuitToo() throws InterruptedException {
        run("/help\n");
        assertThat(out()).startsWith("/help [command] \u2013 ").endsWith("""
                        /clear \u2013 As /reset, without the question.
                        /thoughts \u2013 As /thoughts peek.
                        /quit \u2013 End the program.
                        """);
    }

    @Test
    void history_showsWhatWasSeenUnderNames() throws InterruptedException {
        run("/history\n");
        assertThat(out()).isEqualTo("Mary:\n*bows*\nHello.\n\nElizabeth:\n*bows*\nGood day.\n");
    }

    @Test
    void secret_isShownToTheOwner() throws InterruptedException {
        run("/thoughts\n");
        assertThat(out()).isEqualTo("(thinks) He must not know.\n");
    }

    @Test
    void file_isWrittenOverNoOther() throws Exception {
        Files.writeString(folder.resolve("log.txt"), "mine");
        assertThat(run("/export\n")).isFalse();
        assertThat(folder.resolve("log.txt")).hasContent("mine");
        assertThat(folder.resolve("log-2.txt")).hasContent("the log\n");
        assertThat(out()).isEqualTo("Written to " + folder.resolve("log-2.txt") + "\n");
    }

    @Test
    void quit_readsNoFurther() throws InterruptedException {
        run("/quit\nhello\n");
        assertThat(core.heard).isEmpty();
    }

    @Test
    void broken_pipe_endsQuietly() throws InterruptedException {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(run("one\ntwo\nthree\n", broken)).isFalse();
        assertThat(err()).isEmpty();
        assertThat(core.heard).hasSize(1);
        assertThat(core.receipts).allMatch(Receipt.Refused.class::isInstance);
    }

    @Test
    void nothing_toRead_saysNothing() throws InterruptedException {
        assertThat(run("")).isFalse();
        assertThat(out()).isEmpty();
    }
}
