package dramatis.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the program as people do: its launcher, in a process of its own. */
final class Program {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int PATIENCE_MINUTES = 5;

    private final Path directory;
    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    /** What a run left behind. */
    record Outcome(int status, String out, String err) {}

    Program(Path directory, String... command) {
        this.directory = directory;
        this.command.addAll(List.of(command));
    }

    static Program launched(Path directory) {
        return new Program(directory, ROOT.resolve("dramatis").toString());
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** A process that goes on until it is ended. */
    record Running(Process process, Path out, Path err) implements AutoCloseable {
        String printed() {
            try {
                return Files.readString(out) + Files.readString(err);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Asks it to end; how long that took, with its exit status. */
        Ended end() throws InterruptedException {
            var begun = System.nanoTime();
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new AssertionError("did not end when asked to");
            }
            return new Ended(process.exitValue(), Duration.ofNanos(System.nanoTime() - begun));
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** How a process ended that was asked to. */
    record Ended(int status, Duration after) {}

    /** Starts the program and lets it run. */
    Running start(String... arguments) throws IOException {
        var all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        var out = Files.createTempFile(directory, "out", "");
        var err = Files.createTempFile(directory, "err", "");
        var builder = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        for (Key key : Key.values()) {
            builder.environment().remove(key.name());
        }
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    Outcome run(String input, String... arguments) throws IOException, InterruptedException {
        var running = start(arguments);
        var process = running.process();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        } catch (IOException e) {
            // it ended without reading all of it
        }
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + List.of(arguments));
        }
        return new Outcome(process.exitValue(), Files.readString(running.out()), Files.readString(running.err()));
    }
}
