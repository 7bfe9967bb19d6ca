package dramatis.her;

import dramatis.persona.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * System prompts for an entry of a scene file, to the byte as the reference makes them, blank sections included: the
 * style {@code card} as HER's chat demo, the style {@code scene} as HER's evaluation of CoSER's test set. Pure
 * functions, for any thread.
 */
public final class ScenePrompt {
    private static final String ENVIRONMENT = "Environment";
    private static final String LONE_USER = "Visitor";

    private ScenePrompt() {}

    /** Every character of a scene in style {@code card}, its user the next one, the first after the last. */
    public static List<Casting> cardCastings(Scene scene) {
        List<String> names = List.copyOf(scene.profiles().keySet());
        List<Casting> castings = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String user = names.size() == 1 ? LONE_USER : names.get((i + 1) % names.size());
            castings.add(new Casting(names.get(i), user));
        }
        return List.copyOf(castings);
    }

    /** Every speaking character of a scene in style {@code scene}; those with a profile where no speakers are named. */
    public static List<Casting> sceneCastings(Scene scene) {
        return speakers(scene).stream().map(name -> new Casting(name, "")).toList();
    }

    /** The prompt in style {@code card}: who is met is told in full, and nobody else. */
    public static String card(Scene scene, String character, String user) {
        return PromptText.card(new CardGaps(
                character,
                PromptText.fromTheBook(scene.book()),
                scene.profiles().getOrDefault(character, ""),
                scene.scenario(),
                scene.thoughts().getOrDefault(character, ""),
                user,
                scene.profiles().getOrDefault(user, PromptText.SOMEBODY),
                true));
    }

    /** The prompt in style {@code scene}: everybody who speaks is told about. */
    public static String scene(Scene scene, String character) {
        Map<String, String> involved = involved(scene);
        Map<String, String> others = new LinkedHashMap<>(involved);
        others.remove(character);
        others.values().removeIf(String::isEmpty);
        return PromptText.scene(new SceneGaps(
                character,
                PromptText.from(scene.book()),
                involved.getOrDefault(character, profile(scene, character)),
                scene.scenario(),
                others,
                scene.motivations().getOrDefault(character, ""),
                true));
    }

    private static Map<String, String> involved(Scene scene) {
        Map<String, String> profiles = new LinkedHashMap<>();
        speakers(scene).forEach(name -> profiles.putIfAbsent(name, profile(scene, name)));
        return profiles;
    }

    private static List<String> speakers(Scene scene) {
        List<String> named =
                scene.speakers().isEmpty() ? List.copyOf(scene.profiles().keySet()) : scene.speakers();
        return named.stream()
                .filter(name -> !name.equals(ENVIRONMENT))
                .distinct()
                .toList();
    }

    /** The plot's description, a blank line, the profile; each of them stripped, and the whole once more. */
    private static String profile(Scene scene, String name) {
        String description = Strip.spaces(scene.descriptions().getOrDefault(name, ""));
        String profile = Strip.spaces(scene.profiles().getOrDefault(name, ""));
        return Strip.spaces(description + "\n\n" + profile);
    }
}
