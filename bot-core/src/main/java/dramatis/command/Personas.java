package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.Answer.Part;
import dramatis.message.UserNotice;
import dramatis.persona.AuthoredPersona;
import dramatis.persona.AuthoredPersonaStore;
import dramatis.persona.Persona;
import dramatis.persona.Repertoire;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whom a call means: the option {@code name} is an id, or a name in any case, or the beginning of one that nobody else's
 * begins with.
 */
record Personas(Repertoire repertoire, AuthoredPersonaStore authored) {
    static final String NAME = "name";

    Personas {
        requireNonNull(repertoire, "repertoire");
        requireNonNull(authored, "authored");
    }

    /** Those that can be chosen where the call comes from. */
    List<Persona> playable(CommandCall call) {
        return repertoire.playable(call.caller().place());
    }

    /** The one of those that the call names: of namesakes the caller's own, then one made here. */
    Optional<Persona> named(CommandCall call) {
        List<AuthoredPersona> near = manageable(call);
        List<Persona> playable = playable(call);
        return find(
                Stream.concat(near.stream().map(AuthoredPersona::persona).filter(playable::contains), playable.stream())
                        .toList(),
                Function.identity(),
                call);
    }

    /** What people made up that the caller could have a say in: their own, then what was made here. */
    List<AuthoredPersona> manageable(CommandCall call) {
        return Stream.concat(
                        authored.of(call.user()).stream(),
                        authored.playable(call.caller().place()).stream()
                                .filter(one -> one.home().equals(call.caller().place())))
                .distinct()
                .toList();
    }

    /** The one of those that the call names. */
    Optional<AuthoredPersona> manageableNamed(CommandCall call) {
        return find(manageable(call), AuthoredPersona::persona, call);
    }

    static Answer unknown(CommandCall call) {
        return Answer.refuse("persona.unknown", call.option(NAME).orElse(""));
    }

    private static <T> Optional<T> find(List<T> among, Function<T, Persona> persona, CommandCall call) {
        String given = call.option(NAME).orElse("");
        return among.stream()
                .filter(one -> persona.apply(one).id().equals(given))
                .findFirst()
                .or(() -> among.stream()
                        .filter(one -> persona.apply(one).name().equalsIgnoreCase(given)
                                || persona.apply(one).id().equalsIgnoreCase(given))
                        .findFirst())
                .or(() -> begun(among, persona, given));
    }

    private static <T> Optional<T> begun(List<T> among, Function<T, Persona> persona, String given) {
        List<T> meant = among.stream()
                .filter(one -> begins(persona.apply(one), given))
                .distinct()
                .toList();
        return meant.size() == 1 && !given.isBlank() ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static boolean begins(Persona persona, String given) {
        return Stream.concat(
                        Stream.of(persona.id(), persona.name()),
                        Stream.of(persona.name().split("\\s+")))
                .anyMatch(word -> word.regionMatches(true, 0, given, 0, given.length()));
    }

    /** A character in a line; what others are told of it may be nothing. */
    static Part line(Persona persona) {
        String key = persona.publicProfile().isEmpty() ? "persona.line.name" : "persona.line";
        return new Part.Say(UserNotice.of(key, persona.id(), persona.name(), persona.publicProfile()));
    }
}
