package dramatis.her;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a session adds to a persona in its system prompt. None of it changes between turns.
 *
 * @param user the display name of the person who opened the session
 * @param userProfile what the person told about themselves, if anything
 * @param scene the channel's scene, which overrides the persona's
 * @param others name and public profile of each other character present, in order
 * @param examples whether the persona's examples are shown: the first thing to drop when space is short
 */
public record Situation(
        String user,
        Optional<String> userProfile,
        Optional<String> scene,
        Map<String, String> others,
        boolean examples) {
    public Situation {
        requireNonNull(user, "user");
        requireNonNull(userProfile, "userProfile");
        requireNonNull(scene, "scene");
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** A person about whom nothing is known, alone with the character. */
    public static Situation with(String user) {
        return new Situation(user, Optional.empty(), Optional.empty(), Map.of(), true);
    }

    public Situation withScene(String newScene) {
        return new Situation(user, userProfile, Optional.of(newScene), others, examples);
    }

    public Situation withoutExamples() {
        return new Situation(user, userProfile, scene, others, false);
    }
}
