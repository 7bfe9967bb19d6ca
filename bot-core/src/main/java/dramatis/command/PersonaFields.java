package dramatis.command;

import dramatis.command.Answer.Field;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.persona.Persona;
import dramatis.persona.Slug;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a character can be typed into a form: five fields, as many as a platform's form holds. */
final class PersonaFields {
    private static final String CALLED = "called";
    private static final String PROFILE = "description";
    private static final String SCENE = "scene";
    private static final String GREETING = "greeting";
    private static final String PUBLIC = "public";
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST = 4000;

    private PersonaFields() {}

    /** The options that the form's fields become. */
    static Option[] options() {
        return Stream.of(CALLED, PROFILE, SCENE, GREETING, PUBLIC)
                .map(name -> Option.text(name).optional().atMost(name.equals(CALLED) ? LONGEST_NAME : LONGEST))
                .toArray(Option[]::new);
    }

    static List<Field> empty() {
        return of("", "", "", "", "");
    }

    /** With what stands in a character; what is longer than a field can be is left to files. */
    static List<Field> of(Persona persona) {
        String greeting = persona.greetings().stream().findFirst().orElse("");
        return of(persona.name(), persona.profile(), persona.scene(), greeting, persona.publicProfile()).stream()
                .filter(field -> field.value().length() <= field.longest())
                .toList();
    }

    private static List<Field> of(String name, String profile, String scene, String greeting, String publicProfile) {
        return List.of(
                new Field(CALLED, label(CALLED), name, true, LONGEST_NAME, false),
                new Field(PROFILE, label(PROFILE), profile, true, LONGEST, true),
                new Field(SCENE, label(SCENE), scene, false, LONGEST, true),
                new Field(GREETING, label(GREETING), greeting, false, LONGEST, true),
                new Field(PUBLIC, label(PUBLIC), publicProfile, false, LONGEST, true));
    }

    private static UserNotice label(String option) {
        return UserNotice.of("persona.field." + option);
    }

    /** Whether a call has what a new character needs. */
    static boolean complete(CommandCall call) {
        return call.option(CALLED).isPresent() && call.option(PROFILE).isPresent();
    }

    /** Whether a call changes anything. */
    static boolean any(CommandCall call) {
        return Stream.of(options())
                .anyMatch(option -> call.option(option.name()).isPresent());
    }

    static Persona create(CommandCall call) {
        String name = call.required(CALLED);
        return new Persona(
                Slug.of(name),
                name,
                Optional.empty(),
                call.required(PROFILE),
                call.option(PUBLIC).orElse(""),
                call.option(SCENE).orElse(""),
                "",
                call.option(GREETING).map(Asterisks::actions).stream().toList(),
                List.of(),
                "",
                List.of());
    }

    /** A character with what the call gives in place of what stood there; the rest stays. */
    static Persona change(Persona persona, CommandCall call) {
        List<String> greetings = call.option(GREETING)
                .map(Asterisks::actions)
                .map(first -> Stream.concat(
                                Stream.of(first), persona.greetings().stream().skip(1))
                        .toList())
                .orElse(persona.greetings());
        return new Persona(
                persona.id(),
                call.option(CALLED).orElse(persona.name()),
                persona.book(),
                call.option(PROFILE).orElse(persona.profile()),
                call.option(PUBLIC).orElse(persona.publicProfile()),
                call.option(SCENE).orElse(persona.scene()),
                persona.thought(),
                greetings,
                persona.examples(),
                persona.avatar(),
                persona.tags());
    }
}
