package dramatis.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.platform.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TerminalConsoleTest {
    private static final String BANNER = """
            Elizabeth Bennet, played by the understudy.
            Type to talk. /help lists the commands, Ctrl-C stops a reply, Ctrl-D ends.

            """;

    private final TestingCore core = TestingCore.echoing();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void start_greetsInTwoLines() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            assertThat(screen.text()).isEqualTo(BANNER + ">");
        }
    }

    @Test
    void line_getsReplyAndTheIndicatorLeavesNoTrace() {
        core.hold();
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("hello\r");
            screen.awaitText(BANNER + "> hello\n\nElizabeth Bennet is thinking…");
            core.letGo();
            screen.awaitThat(text -> text.equals(BANNER + "> hello\n\nElizabeth Bennet\nnods\nYou said: hello\n\n>"));
        }
    }

    @Test
    void reply_tellsNameActionAndSpeechApartByStyle() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("hello\r");
            screen.awaitText("You said: hello\n\n>");
            assertThat(ScreenTerminal.cellBold(screen.cellOf("Elizabeth Bennet\n".strip())))
                    .as("the banner's name")
                    .isFalse();
            assertThat(ScreenTerminal.cellItalic(screen.cellOf("nods"))).isTrue();
            assertThat(ScreenTerminal.cellItalic(screen.cellOf("You said"))).isFalse();
        }
    }

    @Test
    void typedAhead_isNotShownInTheReplyAndNotLost() {
        core.hold();
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("hello\r");
            screen.awaitText("is thinking…");
            screen.type("and then");
            core.letGo();
            screen.awaitThat(
                    text -> text.equals(BANNER + "> hello\n\nElizabeth Bennet\nnods\nYou said: hello\n\n> and then"));
        }
    }

    @Test
    void ctrlC_whileATurnRuns_stopsTheReplyAndNotTheProgram() {
        core.hold();
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("hello\r");
            screen.awaitText("is thinking…");
            screen.press('C');
            screen.awaitThat(text -> text.equals(BANNER + "> hello\n\n>"));
            screen.type("again\r");
            screen.awaitText("You said: again");
        }
        assertThat(core.receipts).hasSize(2);
    }

    @Test
    void form_fieldTooLong_isAskedForAgain() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("/persona create\r");
            screen.awaitText("Its name");
            screen.type("x".repeat(65) + "\r");
            screen.awaitText("called is 65 characters long, and at most 64 are taken. Say it shorter.");
            screen.type("Wren\r");
            screen.awaitText("Where it is met");
            screen.type("\r");
            screen.awaitText("made {called=Wren}");
        }
    }

    @Test
    void ctrlC_onNothing_saysHowToQuit() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.press('C');
            screen.awaitText("Ctrl-D or /quit ends the program.");
        }
    }

    @Test
    void ctrlC_onALine_takesItAway() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("not this");
            screen.awaitText("> not this");
            screen.press('C');
            screen.type("but this\r");
            screen.awaitText("You said: but this");
            assertThat(screen.text()).doesNotContain("Ctrl-D or /quit");
        }
    }

    @Test
    void ctrlD_ends() throws InterruptedException {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.press('D');
            screen.console.awaitEnd();
            assertThat(screen.console.anyTurnFailed()).isFalse();
        }
    }

    @Test
    void slash_quit_ends() throws InterruptedException {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("/quit\r");
            screen.console.awaitEnd();
        }
        assertThat(core.heard).isEmpty();
    }

    @Test
    void close_endsAConsoleThatReads() throws InterruptedException {
        TestingScreen screen = TestingScreen.of(core);
        screen.close();
        screen.console.awaitEnd();
    }

    @Test
    void tab_completesPathsOfFiles() throws IOException {
        Files.createDirectory(folder.resolve("cards"));
        Files.writeString(folder.resolve("cards/wren.json"), "{}");
        try (TestingScreen screen =
                new TestingScreen(core, Testing.options(folder, Optional.empty()), "xterm-256color", 80)) {
            screen.type("/persona import ca\tw\t");
            screen.awaitText("> /persona import cards/wren.json");
        }
    }

    @Test
    void tab_completesCommandsOptionsAndQuit() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("/pers\tu\tbis\t");
            screen.awaitText("> /persona use biscuit");
            screen.type("\u0015/qu\t");
            screen.awaitText("> /quit");
            screen.type("\u0015/persona use e\t\t");
            screen.awaitText("ebenezer-scrooge   elizabeth-bennet");
            screen.type("\u0015plain\t");
            screen.awaitThat(text -> text.contains("> plain"));
        }
    }

    @Test
    void tab_completesWhatIsTypedByName() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("/persona export bis\tf\teb\ts\t");
            screen.awaitText("> /persona export biscuit format=ebenezer-scrooge sure");
            screen.type("\r");
            screen.awaitText("export {format=ebenezer-scrooge, name=biscuit, sure=yes}");
        }
    }

    @Test
    void post_whileThePromptIsShown_goesAboveIt() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("half a li");
            screen.awaitText("> half a li");
            core.play(Optional.empty(), "nobody");
            screen.awaitThat(text ->
                    text.equals(BANNER.stripTrailing() + "\n\nElizabeth Bennet\nnods\nYou said: nobody\n> half a li"));
        }
    }

    @Test
    void post_ofATurnOfAnEarlierRun_standsUnderItsLine() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            core.play(
                    Optional.of(new MessageRef(
                            Testing.options(folder, Optional.empty()).conversation(), "7")),
                    "x");
            screen.awaitText("> an old line\n(what was left to say when the program ended)\nElizabeth Bennet\nnods");
        }
    }

    @Test
    void paste_ofSeveralLines_isOneMessage() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("\033[200~one\ntwo\033[201~\r");
            await().until(() -> core.heard.size() == 1);
        }
        assertThat(core.heard.get(0).text()).isEqualTo("one\ntwo");
    }

    @Test
    void line_isTakenAsTyped() {
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("it's \"a \\ test\"! 你好\r");
            await().until(() -> core.heard.size() == 1);
        }
        assertThat(core.heard.get(0).text()).isEqualTo("it's \"a \\ test\"! 你好");
    }

    @Test
    void control_charactersOfAReply_moveNoCursor() {
        TestingCore hostile = new TestingCore(text -> List.of(Segment.speech("a\033[2Jb\u009bc\rd\u0007")));
        try (TestingScreen screen = TestingScreen.of(hostile)) {
            screen.type("hello\r");
            screen.awaitText(BANNER + "> hello\n\nElizabeth Bennet\na[2Jbcd\n");
        }
        hostile.close();
    }

    @Test
    void narrow_wrapsWordsAndWideCharacters() {
        TestingCore wide = new TestingCore(text -> List.of(Segment.speech("words that wrap 今天的天气很好")));
        ConsoleOptions options = Testing.options(folder, Optional.empty());
        try (TestingScreen screen = new TestingScreen(wide, options, "xterm-256color", 20)) {
            screen.type("hello\r");
            screen.awaitText("words that wrap 今天\n的天气很好");
        }
        wide.close();
    }

    @Test
    void thoughts_areMarkedAndDim_andPlansHidden() {
        TestingCore thinking = new TestingCore(
                text -> List.of(Segment.plan("a plan"), Segment.thought("a thought"), Segment.speech("Well.")));
        try (TestingScreen screen = TestingScreen.of(thinking)) {
            screen.type("hello\r");
            screen.awaitText("Well.\n(thinks) a thought\n\n>");
            assertThat(screen.text()).doesNotContain("a plan");
            assertThat(ScreenTerminal.cellDim(screen.cellOf("(thinks)"))).isTrue();
        }
        thinking.close();
    }

    @Test
    void dumb_terminal_getsNoStylesAndNoIndicator() {
        core.hold();
        ConsoleOptions options = Testing.options(folder, Optional.empty());
        try (TestingScreen screen = new TestingScreen(core, options, "dumb", 80)) {
            screen.type("hello\r");
            await().until(() -> !core.heard.isEmpty());
            core.letGo();
            screen.awaitText("Elizabeth Bennet:\n*nods*\nYou said: hello");
            assertThat(screen.text()).doesNotContain("thinking");
        }
    }

    @Test
    void history_isForgottenWithThePerson() throws Exception {
        Path history = folder.resolve("data/history");
        try (TestingScreen screen =
                new TestingScreen(core, Testing.options(folder, Optional.of(history)), "xterm-256color", 80)) {
            screen.type("canary\r");
            screen.awaitText("You said: canary\n\n>");
            screen.type("/privacy delete\r");
            screen.awaitText("You are forgotten.");
            screen.type("remember me\r");
            screen.awaitText("You said: remember me\n\n>");
        }
        assertThat(Files.readString(history)).contains("remember me").doesNotContain("canary");
    }

    @Test
    void history_isKeptInItsFile() throws Exception {
        Path history = folder.resolve("data/history");
        try (TestingScreen screen =
                new TestingScreen(core, Testing.options(folder, Optional.of(history)), "xterm-256color", 80)) {
            screen.type("remember me\r");
            screen.awaitText("You said: remember me");
        }
        assertThat(Files.readString(history)).contains("remember me");
    }

    @Test
    void retry_isWaitedFor() {
        core.hold();
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("/retry\r");
            screen.awaitText("> /retry\n\nElizabeth Bennet is thinking…");
            core.letGo();
            screen.awaitText("> /retry\n\nElizabeth Bennet\nnods\nYou said: again\n\n>");
        }
    }

    @Test
    void unavailable_isTriedAgain() {
        core.admissions.add(new Admission.Unavailable());
        try (TestingScreen screen = TestingScreen.of(core)) {
            screen.type("hello\r");
            screen.awaitText("trying again.");
            screen.awaitText("You said: hello");
        }
    }
}
