package dramatis.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a process is given. Text is UTF-8 in both directions, whatever the locale says.
 *
 * @param directory the working directory
 * @param out where answers go; buffered, so flush it
 * @param err where complaints go
 */
record Surroundings(Map<String, String> environment, Path directory, InputStream in, PrintStream out, PrintStream err) {
    Surroundings {
        environment = Map.copyOf(environment);
        requireNonNull(directory, "directory");
        requireNonNull(in, "in");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
    }

    static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                System.in,
                new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    }
}
