package dramatis.console;

import dramatis.command.CommandDesk;
import dramatis.message.Phrases;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.Signals;

/**
 * A console on a terminal. Between two prompts the terminal neither echoes nor waits for whole lines: what is typed
 * meanwhile stays in its buffer, out of sight, and stands at the next prompt.
 */
final class TerminalFace implements Face {
    private static final String PROMPT = "> ";
    private static final int LINES_REMEMBERED = 1000;

    private final Terminal terminal;
    private final LineReader reader;
    private final Painter painter;
    private final Attributes before;
    private final Gap gap = new Gap();
    private final Indicator indicator;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(TerminalFace::clockThread);
    private final ScheduledFuture<?> ticks;
    private boolean reading;
    private boolean drawn;
    private volatile boolean closed;

    TerminalFace(Terminal terminal, ConsoleOptions options, Supplier<CommandDesk> desk) {
        this.terminal = terminal;
        this.painter = new Painter(terminal, options.colours());
        this.indicator = new Indicator(Phrases.in(options.locale()), System::nanoTime);
        this.reader = reader(terminal, options, desk);
        this.before = terminal.getAttributes();
        terminal.setAttributes(quiet(before));
        terminal.handle(Signal.CONT, signal -> terminal.setAttributes(quiet(before)));
        this.ticks = clock.scheduleAtFixedRate(this::draw, 1, 1, TimeUnit.SECONDS);
    }

    /** Whether a person sits before the process: neither its input nor its output leads elsewhere. */
    static boolean attached() {
        List<TerminalProvider> providers =
                TerminalBuilder.builder().getProviders(null, new IllegalStateException("no terminal"));
        return Stream.of(SystemStream.Input, SystemStream.Output)
                .allMatch(stream -> providers.stream().anyMatch(provider -> provider.isSystemStream(stream)));
    }

    /** The process's terminal. */
    static TerminalFace ofProcess(ConsoleOptions options, Supplier<CommandDesk> desk) {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .encoding(StandardCharsets.UTF_8)
                    .graphemeCluster(false)
                    .build();
            TerminalFace face = new TerminalFace(terminal, options, desk);
            face.hearBreaks();
            return face;
        } catch (IOException e) {
            throw new ConsoleException("This terminal cannot be used; pipe lines in instead.", e);
        }
    }

    /** JLine leaves the signals of a terminal that can do nothing to the process, which would end. */
    private void hearBreaks() {
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            Signals.register(Signal.INT.name(), () -> terminal.raise(Signal.INT));
        }
    }

    private static LineReader reader(Terminal terminal, ConsoleOptions options, Supplier<CommandDesk> desk) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("dramatis")
                .parser(new DefaultParser().escapeChars(new char[0]).quoteChars(new char[0]))
                .completer(new CommandCompleter(desk, options))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .variable(LineReader.HISTORY_FILE_SIZE, LINES_REMEMBERED);
        options.history().ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, made(file)));
        return builder.build();
    }

    private static Path made(Path history) {
        try {
            Files.createDirectories(history.toAbsolutePath().getParent());
            return history;
        } catch (IOException e) {
            throw new ConsoleException("The folder of " + history + " cannot be made.", e);
        }
    }

    @Override
    public void forget() {
        try {
            reader.getHistory().purge();
        } catch (IOException e) {
            throw new ConsoleException(
                    "The lines that were typed cannot be forgotten: remove the console's history.", e);
        }
    }

    private static Attributes quiet(Attributes before) {
        Attributes quiet = new Attributes(before);
        quiet.setLocalFlags(
                EnumSet.of(Attributes.LocalFlag.ICANON, Attributes.LocalFlag.ECHO, Attributes.LocalFlag.IEXTEN), false);
        quiet.setInputFlag(Attributes.InputFlag.ICRNL, false);
        quiet.setControlChar(Attributes.ControlChar.VMIN, 1);
        quiet.setControlChar(Attributes.ControlChar.VTIME, 0);
        return quiet;
    }

    private static Thread clockThread(Runnable task) {
        Thread thread = new Thread(task, "console-indicator");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public Typed read() {
        prompting();
        try {
            return new Typed.Line(reader.readLine(PROMPT));
        } catch (UserInterruptException e) {
            return closed ? new Typed.End() : new Typed.Break(e.getPartialLine().isEmpty());
        } catch (EndOfFileException | IOError e) {
            return new Typed.End();
        } finally {
            prompted();
        }
    }

    private synchronized void prompting() {
        erase();
        gap.ask();
        if (gap.take()) {
            terminal.writer().println();
        }
        terminal.flush();
        reading = true;
    }

    private synchronized void prompted() {
        reading = false;
        gap.written();
    }

    @Override
    public synchronized void show(List<Shown> texts) {
        if (texts.isEmpty()) {
            return;
        }
        erase();
        StringBuilder lines = new StringBuilder(gap.take() ? "\n" : "");
        texts.forEach(text -> painter.paint(text, lines));
        reader.printAbove(lines.toString());
        gap.written();
    }

    @Override
    public synchronized void apart() {
        gap.ask();
    }

    @Override
    public synchronized void awaiting(String name) {
        indicator.start(name);
        draw();
    }

    @Override
    public synchronized void arrived() {
        indicator.stop();
        erase();
        terminal.flush();
    }

    private synchronized void draw() {
        String clear = painter.clearLine();
        if (reading || closed || !indicator.running() || clear.isEmpty()) {
            return;
        }
        if (gap.take()) {
            terminal.writer().println();
        }
        terminal.writer().print("\r" + painter.oneLine(indicator.text()) + clear);
        terminal.flush();
        drawn = true;
    }

    private void erase() {
        if (drawn) {
            terminal.writer().print("\r" + painter.clearLine());
            drawn = false;
        }
    }

    @Override
    public void onBreak(Runnable action) {
        terminal.handle(Signal.INT, signal -> action.run());
    }

    @Override
    public boolean gone() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        ticks.cancel(false);
        clock.shutdownNow();
        arrived();
        try {
            terminal.setAttributes(before);
            terminal.close();
        } catch (IOException e) {
            throw new ConsoleException("The terminal could not be given back.", e);
        }
    }
}
