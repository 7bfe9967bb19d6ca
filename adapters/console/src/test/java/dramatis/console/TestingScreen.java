package dramatis.console;

import static org.awaitility.Awaitility.await;

import dramatis.command.CommandDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;

/** A console on a terminal in memory: keys go in, and what is on its screen can be read. */
final class TestingScreen implements AutoCloseable {
    private static final int ROWS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final ConsoleAdapter console;
    private final LineDisciplineTerminal terminal;
    private final ScreenTerminal screen;
    private final int columns;

    TestingScreen(TestingCore core, ConsoleOptions options, String type, int columns) {
        this(core, options, type, columns, () -> TestingDesk.over(core));
    }

    private TestingScreen(
            TestingCore core, ConsoleOptions options, String type, int columns, Supplier<CommandDesk> desk) {
        this.columns = columns;
        try {
            ScreenTerminal.VirtualTerminal virtual = ScreenTerminal.withTerminal("test", type, columns, ROWS);
            this.terminal = virtual.terminal();
            this.screen = virtual.screen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Face face = new TerminalFace(terminal, options, desk);
        this.console = new ConsoleAdapter(options, desk, Testing.BACKSTAGE, face, Duration.ZERO);
        core.attach(console);
        console.start(core);
        awaitThat(text -> text.endsWith("\n>"));
    }

    static TestingScreen of(TestingCore core) {
        return new TestingScreen(core, Testing.options(Path.of("."), Optional.empty()), "xterm-256color", 80);
    }

    void type(String keys) {
        try {
            terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void press(char letter) {
        type(String.valueOf((char) (letter - '@')));
    }

    /** The screen's lines, without what is blank at their ends and below them. */
    String text() {
        return String.join("\n", lines()).stripTrailing();
    }

    private List<String> lines() {
        long[] cells = new long[columns * ROWS];
        screen.dump(cells, new int[2]);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            int codePoint = ScreenTerminal.cellCodePoint(cells[i]);
            all.append(codePoint == 0 ? "" : Character.toString(codePoint));
            all.append(i % columns == columns - 1 ? "\n" : "");
        }
        return all.toString().lines().map(String::stripTrailing).toList();
    }

    /** The attributes of the cell where a text that is on the screen once begins. */
    long cellOf(String text) {
        List<String> lines = lines();
        for (int row = 0; row < ROWS; row++) {
            int column = lines.get(row).indexOf(text);
            if (column >= 0) {
                long[] cells = new long[columns * ROWS];
                screen.dump(cells, new int[2]);
                return cells[row * columns + column];
            }
        }
        throw new AssertionError("not on the screen: " + text);
    }

    void awaitText(String wanted) {
        awaitThat(text -> text.contains(wanted));
    }

    void awaitThat(Predicate<String> wanted) {
        await().alias("what the screen shows").atMost(PATIENCE).until(this::text, wanted);
    }

    @Override
    public void close() {
        console.close();
    }
}
