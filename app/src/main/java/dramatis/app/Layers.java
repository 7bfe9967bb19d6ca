package dramatis.app;

import static dramatis.app.Given.Source.COMMAND_LINE;
import static dramatis.app.Given.Source.ENVIRONMENT;
import static dramatis.app.Given.Source.FILE;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import dramatis.characters.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was set, by whom: the command line over the environment over {@code .env}. An empty value sets nothing, so that
 * a variable can be passed through from somewhere else whether it is set there or not.
 */
final class Layers {
    private static final List<String> NAMES =
            Stream.of(Key.values()).map(Key::name).toList();
    private static final Set<String> PREFIXES = NAMES.stream()
            .filter(name -> name.contains("_"))
            .map(Layers::prefix)
            .collect(toSet());

    private final Map<Key, Given> given = new EnumMap<>(Key.class);
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Layers() {}

    /**
     * Reads all three places.
     *
     * @param directory the working directory, where {@code .env} may stand
     */
    static Layers read(Map<String, String> commandLine, Map<String, String> environment, Path directory) {
        var layers = new Layers();
        commandLine.forEach((name, value) -> layers.add(name, value, COMMAND_LINE, "command line"));
        new TreeMap<>(environment).forEach((name, value) -> layers.add(name, value, ENVIRONMENT, "environment"));
        layers.addFile(directory.resolve(".env"));
        return layers;
    }

    Optional<Given> given(Key key) {
        return Optional.ofNullable(given.get(key));
    }

    /** What the program cannot start with. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** What is odd and does no harm. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void addFile(Path file) {
        try {
            var lines = new TreeMap<String, Integer>();
            for (DotEnv.Entry entry : DotEnv.read(file)) {
                var earlier = lines.put(entry.name(), entry.line());
                if (earlier != null) {
                    problems.add(".env sets %s in line %d and again in line %d: keep one of them."
                            .formatted(entry.name(), earlier, entry.line()));
                }
                add(entry.name(), entry.value(), FILE, ".env line " + entry.line());
            }
        } catch (SettingsException e) {
            problems.add(e.getMessage());
        }
    }

    private void add(String name, String value, Given.Source source, String place) {
        var key = Key.named(name);
        if (key.isEmpty()) {
            unknown(name, source, place);
        } else if (!value.isBlank()) {
            given.putIfAbsent(key.get(), new Given(key.get(), value.strip(), source, place));
        }
    }

    private void unknown(String name, Given.Source source, String place) {
        var nearest = NAMES.stream()
                .min(comparingInt(known -> Nearest.distance(name, known)))
                .orElseThrow();
        var sentence = "%s (%s) is no setting of Dramatis; the nearest is %s.".formatted(name, place, nearest);
        if (source == COMMAND_LINE || (source == FILE && (isOurs(name) || isSlip(name, nearest)))) {
            problems.add(sentence);
        } else if (source == ENVIRONMENT && isOurs(name) && !name.startsWith("HF_")) {
            // the environment is everybody's: another program's variable must not keep this one from starting
            warnings.add(sentence);
        }
    }

    private static boolean isOurs(String name) {
        return name.contains("_") && PREFIXES.contains(prefix(name));
    }

    private static boolean isSlip(String name, String nearest) {
        return nearest.length() > 3 && Nearest.distance(name, nearest) <= 2;
    }

    private static String prefix(String name) {
        return name.substring(0, name.indexOf('_'));
    }
}
