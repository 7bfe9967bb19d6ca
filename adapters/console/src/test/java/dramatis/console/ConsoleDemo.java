package dramatis.console;

import dramatis.message.MessageRef;
import dramatis.message.Segment;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The console to be looked at, with a core that makes it wait. */
final class ConsoleDemo {
    private static final List<Segment> REPLY = List.of(
            Segment.plan("She greets him, coolly; the letter is on her mind and must not be."),
            Segment.action("looks up from the letter in her lap, and folds it twice before she rises"),
            Segment.thought("He has come too early, and he has come alone."),
            Segment.speech("You find us quite unprepared, sir. My sisters are walked to Meryton, my mother is lying"
                    + " down, and there is nobody to be civil to you but myself."),
            Segment.action("smiles"),
            Segment.speech("请坐。今天的天气很好，可是我的姐妹们都到麦里屯去了，母亲正在楼上休息，只有我一个人来招待您，请您见谅。"));

    private ConsoleDemo() {}

    public static void main(String[] args) throws InterruptedException {
        try (TestingCore core = new TestingCore(text -> REPLY)) {
            core.pause(Long.getLong("pause", 2500));
            ConsoleAdapter console = ConsoleAdapter.terminalAttached()
                    ? ConsoleAdapter.onTerminal(options(), () -> TestingDesk.over(core), backstage())
                    : ConsoleAdapter.onPipe(
                            options(), ConsoleStreams.ofProcess(), () -> TestingDesk.over(core), backstage());
            core.attach(console);
            if (Boolean.getBoolean("belated")) {
                core.play(Optional.of(new MessageRef(options().conversation(), "old")), "old");
            }
            console.start(core);
            console.awaitEnd();
            console.close();
            System.exit(console.anyTurnFailed() ? 1 : 0);
        }
    }

    private static ConsoleOptions options() {
        return new ConsoleOptions(
                "Mary",
                "here",
                "the understudy",
                Boolean.getBoolean("thoughts"),
                Boolean.getBoolean("plan"),
                ConsoleOptions.coloursWanted(),
                Optional.of(Path.of(System.getProperty("java.io.tmpdir"), "console-demo", "history")),
                Path.of("").toAbsolutePath(),
                Locale.ENGLISH);
    }

    private static Backstage backstage() {
        return new Backstage() {
            @Override
            public String character() {
                return TestingCore.NAME;
            }

            @Override
            public Optional<String> asked(long turnId) {
                return Optional.of("And who are you, pray?");
            }
        };
    }
}
