package dramatis.console;

import dramatis.command.CommandDesk;
import dramatis.platform.ChatAdapter;
import dramatis.platform.InboundHandler;
import dramatis.platform.Outbound;
import dramatis.platform.OwnerChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console as a platform: one conversation between the bot's owner and a character, on a terminal or on a pipe. What
 * is typed goes in on a thread of its own.
 */
public final class ConsoleAdapter implements ChatAdapter {
    private static final Logger log = LoggerFactory.getLogger(ConsoleAdapter.class);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final Face face;
    private final Turns turns = new Turns();
    private final Stage stage;
    private final Talk talk;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();

    ConsoleAdapter(
            ConsoleOptions options, Supplier<CommandDesk> desk, Backstage backstage, Face face, Duration retryPause) {
        this.face = face;
        Asking asking = new Asking(options, retryPause);
        this.stage = new Stage(face, turns, backstage, options, asking);
        ConsoleCommands commands = new ConsoleCommands(desk, options, face, turns);
        this.talk = new Talk(face, turns, asking, commands, backstage, options);
    }

    /**
     * Whether the process's input and output both are a terminal. Java's own {@code System.console()} answers that
     * before Java 22 only.
     */
    public static boolean terminalAttached() {
        return TerminalFace.attached();
    }

    /**
     * A console on the process's terminal.
     *
     * @param desk asked for once there is something to run
     * @throws ConsoleException where the terminal cannot be used
     */
    public static ConsoleAdapter onTerminal(ConsoleOptions options, Supplier<CommandDesk> desk, Backstage backstage) {
        Face face = TerminalFace.ofProcess(options, desk);
        return new ConsoleAdapter(options, desk, backstage, face, RETRY_PAUSE);
    }

    /** A console that reads lines and writes replies plainly, for scripts. */
    public static ConsoleAdapter onPipe(
            ConsoleOptions options, ConsoleStreams streams, Supplier<CommandDesk> desk, Backstage backstage) {
        return new ConsoleAdapter(options, desk, backstage, new PipeFace(streams), RETRY_PAUSE);
    }

    @Override
    public String platform() {
        return ConsoleOptions.PLATFORM;
    }

    @Override
    public void start(InboundHandler handler) {
        Thread talking = new Thread(() -> talk(handler), "console");
        talking.setDaemon(true);
        thread = Optional.of(talking);
        talking.start();
    }

    private void talk(InboundHandler handler) {
        try {
            talk.run(handler);
        } catch (InterruptedException e) {
            // closed
        } catch (RuntimeException e) {
            turns.failed();
            log.error("the console broke down", e);
        } finally {
            ended.countDown();
        }
    }

    /** Waits until the person leaves or the input ends, and the last turn is over. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Whether anything that was asked for went wrong: what a script wants to know. */
    public boolean anyTurnFailed() {
        return turns.anyFailed();
    }

    @Override
    public Outbound outbound() {
        return stage;
    }

    @Override
    public Optional<OwnerChannel> ownerChannel() {
        return Optional.of(stage);
    }

    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
        face.close();
    }
}
