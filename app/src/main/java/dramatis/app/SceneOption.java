package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.characters.SceneFile;
import dramatis.persona.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A scene that was asked for on the command line.
 *
 * @param key names the scene among conversations: the file and the scene's number
 */
record SceneOption(String key, Scene scene) {
    private static final Pattern NUMBERED = Pattern.compile("(.+)#(\\d{1,9})");

    SceneOption {
        requireNonNull(key, "key");
        requireNonNull(scene, "scene");
    }

    /** Reads {@code FILE#N}, or the first scene of {@code FILE}. */
    static SceneOption read(String words) {
        var numbered = NUMBERED.matcher(words);
        return numbered.matches() && !Files.exists(Path.of(words))
                ? read(numbered.group(1), Integer.parseInt(numbered.group(2)))
                : read(words, 0);
    }

    private static SceneOption read(String file, int number) {
        var scenes = SceneFile.read(Path.of(file));
        if (number >= scenes.size()) {
            throw CommandFailure.usage(
                    file + " has no scene " + number + ": it has " + scenes.size() + ", counted from 0.");
        }
        var name = Path.of(file).toAbsolutePath().normalize();
        return new SceneOption(name + "#" + number, scenes.get(number));
    }
}
