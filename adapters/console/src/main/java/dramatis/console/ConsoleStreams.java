package dramatis.console;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** What a console without a terminal reads from and writes to; UTF-8 whatever the locale. */
public record ConsoleStreams(InputStream in, OutputStream out, OutputStream err) {
    public ConsoleStreams {
        requireNonNull(in, "in");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
    }

    /** The process's own; not those of {@link System}, whose print streams hide that their reader is gone. */
    public static ConsoleStreams ofProcess() {
        return new ConsoleStreams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }
}
