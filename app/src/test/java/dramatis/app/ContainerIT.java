package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lays out exactly the files that the Dockerfile copies and runs its entry point as somebody who may not change them. */
class ContainerIT {
    private static final Pattern COPY = Pattern.compile("(?m)^COPY --from=build (.+) (\\S+)$");
    private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT \\[\"([^\"]+)\"]$");

    @TempDir
    Path root;

    @Test
    void entrypoint_asAnotherUser() throws IOException, InterruptedException {
        assumeThat(System.getProperty("user.name"))
                .as("only root can become somebody else")
                .isEqualTo("root");
        assumeThat(Path.of("/usr/bin/setpriv")).exists();
        var dockerfile = Files.readString(Program.ROOT.resolve("Dockerfile"));
        COPY.matcher(dockerfile).results().forEach(this::copy);
        var entrypoint = ENTRYPOINT
                .matcher(dockerfile)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var data = Files.createDirectory(root.resolve("data"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        var program = new Program(
                        data,
                        "/usr/bin/setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        root.resolve(entrypoint.substring(1)).toString())
                .with("DATA_DIR", data.resolve("kept").toString())
                .with("DJL_CACHE_DIR", data.resolve("native").toString())
                .with("HOME", "/nonexistent");
        assertThat(program.run("", "--version").out()).isEqualTo(Version.line() + "\n");
        var doctor = program.run("", "doctor");
        assertThat(doctor.out()).contains("models/understudy is in place").doesNotContain("error ");
        var chat = program.run("Good evening.\n", "chat", "--seed", "1", "--set", "SAMPLING=max_tokens=40");
        assertThat(chat.err()).isEmpty();
        assertThat(chat.out()).isNotBlank();
        assertThat(chat.status()).isZero();
    }

    private void copy(MatchResult instruction) {
        var target = root.resolve(instruction.group(2).substring(1));
        var sources = List.of(instruction.group(1).split(" "));
        for (String source : sources) {
            var from = Program.ROOT.resolve(source.replaceFirst("^/src/", ""));
            var to = instruction.group(2).endsWith("/") ? target.resolve(from.getFileName()) : target;
            copyTree(from, to);
        }
    }

    private static void copyTree(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    link(file, target);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A hard link where that is possible, because some hundred megabytes are copied else. */
    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
