package dramatis.characters;

import dramatis.persona.Scene;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads scene files: the HER chat demo's {@code coser_scenarios.json} and CoSER's {@code test_set.json}, a JSON array
 * with an object a scene. Texts come as they stand in the file, to the byte, and in its order. Stateless; safe on any
 * thread.
 */
public final class SceneFile {
    /** The most bytes of a file that are read. */
    static final int LARGEST = 64 << 20;
    /** More scenes than these are refused: an empty one costs three bytes of file and hundreds of memory. */
    static final int MOST_SCENES = 100_000;

    private static final int DEEPEST = 64;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            // a scene is read out of the middle of an array
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SceneFile() {}

    /**
     * The scenes of a file; their indexes count from 0, in messages too.
     *
     * @throws CharacterFileException when the file is no scene file or is too large
     */
    public static List<Scene> read(Path file) {
        return read(file.toString(), FileText.bytes(file, LARGEST));
    }

    /**
     * The scenes in the bytes of a file.
     *
     * @param file what the file is called in messages
     * @param content the file, UTF-8
     * @throws CharacterFileException when it is no scene file or is too large
     */
    public static List<Scene> read(String file, byte[] content) {
        FileText.refuseLarger(file, content.length, LARGEST);
        try (JsonParser parser = JSON.createParser(content)) {
            return scenes(file, parser);
        } catch (StreamConstraintsException e) {
            throw FileText.refusal(
                    file, place(e.getLocation()), "The JSON is nested too deeply, or a part of it is too long.");
        } catch (JacksonException e) {
            throw FileText.refusal(file, place(e.getLocation()), "This is not JSON here; compare it with its source.");
        }
    }

    private static List<Scene> scenes(String file, JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw FileText.refusal(file, Place.NONE, "A scene file is a JSON array of scenes; this begins otherwise.");
        }
        List<Scene> scenes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Place place = place(parser.currentTokenLocation());
            if (scenes.size() == MOST_SCENES) {
                throw FileText.refusal(file, place, "There are more than " + MOST_SCENES + " scenes; split the file.");
            }
            scenes.add(new SceneReader(file, scenes.size(), place).read(JSON.readTree(parser)));
        }
        if (parser.nextToken() != null) {
            throw FileText.refusal(
                    file, place(parser.currentTokenLocation()), "Something follows the array; delete it.");
        }
        return List.copyOf(scenes);
    }

    private static Place place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? Place.NONE : new Place(at.getLineNr(), Math.max(1, at.getColumnNr()));
    }
}
