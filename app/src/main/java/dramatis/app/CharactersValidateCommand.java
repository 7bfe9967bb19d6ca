package dramatis.app;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dramatis.characters.CharacterFileException;
import dramatis.characters.CharacterImport;
import dramatis.characters.CharacterProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dramatis characters validate}: whether files can be read. */
@Command(
        name = "validate",
        description = "Checks character files, cards and scene files; without FILE the characters of CHARACTERS_DIR.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CharactersValidateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    CharactersValidateCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Character files (.yaml), cards (.json, .png) or scene files (.json).")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        var settings = options.settings(surroundings);
        var problems = files.isEmpty()
                ? Cast.of(settings).problems()
                : files.stream().flatMap(this::problems).toList();
        problems.forEach(surroundings.err()::println);
        return problems.isEmpty() ? 0 : CommandFailure.FAILED;
    }

    /** Says what is in a file that is right. */
    private Stream<CharacterProblem> problems(Path file) {
        try {
            var names = CharacterImport.read(file).stream()
                    .map(imported -> imported.persona().name())
                    .collect(joining(", "));
            surroundings.out().println(file + ": " + names);
            return Stream.of();
        } catch (CharacterFileException e) {
            return e.problems().stream();
        }
    }
}
