package dramatis.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dramatis.characters.SceneFile;
import dramatis.her.Casting;
import dramatis.her.ScenePrompt;
import dramatis.persona.Scene;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code dramatis prompt}: the system prompts of a scene file. */
@Command(
        name = "prompt",
        description = {
            "Prints the exact system prompt for a character of a scene file, and nothing else.",
            "With --json: an object a line {scene, character, user, style, prompt} for every character of the scene, "
                    + "or of every scene where no --index is given."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PromptCommand implements Callable<Integer> {
    /** The two kinds of prompts. */
    enum Style {
        CARD,
        SCENE
    }

    private final Surroundings surroundings;

    @Option(names = "--scene", paramLabel = "FILE", required = true, description = "A HER or CoSER scene file.")
    private Path file = Path.of("");

    @Option(names = "--index", paramLabel = "N", description = "Which scene, from 0; without --json the first.")
    private Optional<Integer> index = Optional.empty();

    @Option(names = "--character", paramLabel = "NAME", description = "Whom the model plays; the first of the scene.")
    private Optional<String> character = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "Who talks with it; the character after it.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--style", description = "card (the default) or scene.")
    private Style style = Style.CARD;

    @Option(names = "--json", description = "Objects instead of the prompt alone.")
    private boolean json;

    PromptCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        var scenes = scenes();
        index.ifPresent(number -> require(number, scenes.size()));
        if (json) {
            var first = index.orElse(0);
            var last = index.orElse(scenes.size() - 1);
            IntStream.rangeClosed(first, last).forEach(number -> printAll(number, scenes.get(number)));
        } else {
            var scene = scenes.get(index.orElse(0));
            surroundings.out().writeBytes(prompt(scene, oneOf(castings(scene))).getBytes(UTF_8));
        }
        return 0;
    }

    private List<Scene> scenes() {
        var scenes = SceneFile.read(file);
        if (scenes.isEmpty()) {
            throw CommandFailure.failed(file + " has no scenes in it.");
        }
        return scenes;
    }

    private void require(int number, int scenes) {
        if (number < 0 || number >= scenes) {
            throw CommandFailure.usage(
                    file + " has no scene " + number + ": its scenes are 0 to " + (scenes - 1) + ".");
        }
    }

    private void printAll(int number, Scene scene) {
        castings(scene).forEach(casting -> surroundings.out().println(Json.line(line(number, scene, casting))));
    }

    private JsonNode line(int number, Scene scene, Casting casting) {
        return Json.object()
                .put("scene", number)
                .put("character", casting.character())
                .put("user", style == Style.CARD ? casting.user() : null)
                .put("style", style.name().toLowerCase(Locale.ROOT))
                .put("prompt", prompt(scene, casting));
    }

    private String prompt(Scene scene, Casting casting) {
        return style == Style.CARD
                ? ScenePrompt.card(scene, casting.character(), casting.user())
                : ScenePrompt.scene(scene, casting.character());
    }

    /** Those asked for, out of all that the scene has. */
    private List<Casting> castings(Scene scene) {
        var all = style == Style.CARD ? ScenePrompt.cardCastings(scene) : ScenePrompt.sceneCastings(scene);
        return all.stream()
                .filter(casting -> character.map(casting.character()::equals).orElse(true))
                .map(casting -> new Casting(casting.character(), user.orElse(casting.user())))
                .toList();
    }

    private Casting oneOf(List<Casting> castings) {
        return castings.stream()
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage("Nobody in this scene is called " + character.orElse("anything")
                        + "; dramatis prompt --json shows who is."));
    }
}
