package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.persona.Persona;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dramatis characters list}: who there is. */
@Command(
        name = "list",
        description = "Lists all characters: id, name and work.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CharactersListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    CharactersListCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        var catalog = Cast.of(options.settings(surroundings));
        var width = catalog.list().stream()
                .mapToInt(persona -> persona.id().length())
                .max()
                .orElse(0);
        for (Persona persona : catalog.list()) {
            var work = persona.book().map(book -> ", " + book).orElse("");
            var gap = " ".repeat(width + 2 - persona.id().length());
            surroundings.out().println(persona.id() + gap + persona.name() + work);
        }
        catalog.problems().forEach(surroundings.err()::println);
        return catalog.problems().isEmpty() ? 0 : CommandFailure.FAILED;
    }
}
