package dramatis.app;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped is named in NOTICE with its licence. */
class ShippedIT {
    private static final Path LIB = Program.ROOT.resolve("app/target/dramatis/lib");
    private static final Set<String> OURS = Set.of(
            "dramatis.jar",
            "bot-core",
            "inference-djl",
            "inference-hub",
            "inference-openai",
            "adapter-console",
            "adapter-discord",
            "adapter-telegram",
            "persistence",
            "characters",
            "metrics");
    private static final Pattern NAME = Pattern.compile("(.+?)-\\d.*\\.jar");
    private static final Pattern ROW =
            Pattern.compile("(?m)^(\\S+) +(Apache-2.0|MPL-2.0|EPL-2.0|MIT|BSD-3-Clause|BSD-2-Clause|LGPL-2.1) ");

    @Test
    void notice_namesEveryJar() throws IOException {
        assertThat(named()).containsExactlyElementsOf(shipped());
    }

    @Test
    void manifest_namesEveryJarOnce() throws IOException {
        try (var jar = new JarFile(LIB.resolve("dramatis.jar").toFile())) {
            var path =
                    jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ");
            assertThat(path).doesNotHaveDuplicates().allMatch(name -> Files.exists(LIB.resolve(name)));
        }
    }

    private static Set<String> named() throws IOException {
        return ROW.matcher(Files.readString(Program.ROOT.resolve("NOTICE")))
                .results()
                .map(row -> row.group(1))
                .collect(toCollection(TreeSet::new));
    }

    /** The jars on the program's class path, without versions; older ones may lie beside them. */
    private static Set<String> shipped() throws IOException {
        try (var jar = new JarFile(LIB.resolve("dramatis.jar").toFile())) {
            var path =
                    jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ");
            return Stream.of(path)
                    .map(name -> NAME.matcher(name).replaceFirst("$1"))
                    .filter(name -> !OURS.contains(name))
                    .collect(toCollection(TreeSet::new));
        }
    }
}
