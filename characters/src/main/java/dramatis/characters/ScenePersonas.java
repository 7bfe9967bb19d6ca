package dramatis.characters;

import dramatis.persona.Persona;
import dramatis.persona.Scene;
import dramatis.persona.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes characters to chat with out of scenes: one for each profile. Stateless; safe on any thread. */
public final class ScenePersonas {
    private ScenePersonas() {}

    /** The characters of one scene, in its order; ids are unique among them. */
    public static List<Persona> of(Scene scene) {
        return of(List.of(scene));
    }

    /** The characters of several scenes, in their order; somebody who is in two is two, and ids are unique. */
    public static List<Persona> of(List<Scene> scenes) {
        Slug slugs = new Slug();
        List<Persona> personas = new ArrayList<>();
        for (Scene scene : scenes) {
            scene.profiles().keySet().stream()
                    .filter(name -> !name.isBlank())
                    .forEach(name -> personas.add(persona(scene, name, slugs.unique(name))));
        }
        return List.copyOf(personas);
    }

    /** The chat demo's reading: the profile is the character's own, the thought is the one at the scene's beginning. */
    private static Persona persona(Scene scene, String name, String id) {
        String description = scene.descriptions().getOrDefault(name, "");
        String profile = scene.profiles().getOrDefault(name, "");
        String motivation = scene.motivations().getOrDefault(name, "");
        return new Persona(
                id,
                name,
                scene.book().isBlank() ? Optional.empty() : Optional.of(scene.book()),
                profile.isBlank() ? description : profile,
                description,
                scene.scenario(),
                scene.thoughts().getOrDefault(name, motivation),
                List.of(),
                List.of(),
                "",
                List.of());
    }
}
