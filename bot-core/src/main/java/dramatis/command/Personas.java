package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.persona.AuthoredPersona;
import dramatis.persona.AuthoredPersonaStore;
import dramatis.persona.Persona;
import dramatis.persona.Repertoire;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whom a call means: the option {@code name} is an id, or a name in any case. */
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
                        .findFirst());
    }
}
