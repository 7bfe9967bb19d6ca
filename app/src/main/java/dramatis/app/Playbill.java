package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.characters.CharacterCatalog;
import dramatis.characters.Lookup;
import dramatis.characters.ScenePersonas;
import dramatis.her.ScenePrompt;
import dramatis.persona.Persona;
import dramatis.persona.PersonaStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who talks with whom in a chat, and where.
 *
 * @param personas all who can be chosen in it
 * @param chatId names the conversation, so that it goes on where it was left
 * @param chosen the character that was asked for; empty to go on with whoever played last
 * @param userName who talks with it
 * @param userProfile what the character knows about that person
 */
record Playbill(PersonaStore personas, String chatId, Optional<Persona> chosen, String userName, String userProfile) {
    private static final String CHAT = "chat";
    private static final String STRANGER = "Visitor";

    Playbill {
        requireNonNull(personas, "personas");
        requireNonNull(chatId, "chatId");
        requireNonNull(chosen, "chosen");
        requireNonNull(userName, "userName");
        requireNonNull(userProfile, "userProfile");
    }

    /** Whether it says who talks. */
    boolean named() {
        return !userName.equals(STRANGER);
    }

    /** A chat with one of the cast. */
    static Playbill cast(CharacterCatalog catalog, Optional<String> character, Optional<String> user) {
        return new Playbill(
                catalog, CHAT, character.map(words -> Cast.find(catalog, words)), user.orElse(STRANGER), "");
    }

    /** A chat with a character of a scene, the first unless another is named, as the one after it unless a user is. */
    static Playbill scene(
            SceneOption option, CharacterCatalog catalog, Optional<String> character, Optional<String> user) {
        var scene = option.scene();
        var personas = ScenePersonas.of(scene);
        var persona = character
                .map(words -> Cast.found(Lookup.of(personas, words), words))
                .or(() -> personas.stream().findFirst())
                .orElseThrow(() -> CommandFailure.failed("Nobody in " + option.key() + " has a profile to play."));
        var userName = user.orElseGet(() -> ScenePrompt.cardCastings(scene).stream()
                .filter(casting -> casting.character().equals(persona.name()))
                .findFirst()
                .orElseThrow()
                .user());
        return new Playbill(
                over(personas, catalog),
                option.key(),
                Optional.of(persona),
                userName,
                scene.profiles().getOrDefault(userName, ""));
    }

    private static PersonaStore over(List<Persona> scene, PersonaStore catalog) {
        return new PersonaStore() {
            @Override
            public Optional<Persona> find(String id) {
                return scene.stream()
                        .filter(persona -> persona.id().equals(id))
                        .findFirst()
                        .or(() -> catalog.find(id));
            }

            @Override
            public List<Persona> list() {
                return Stream.concat(scene.stream(), catalog.list().stream()).toList();
            }
        };
    }
}
