package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Field;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.persona.PeopleStore;
import dramatis.persona.Person;
import dramatis.privacy.PrivacyStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code /me set}: who the caller is to the characters; a form where nothing is given. What is left empty stays. */
final class MeSetCommand implements Command {
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";

    private final PeopleStore people;
    private final PrivacyStore privacy;
    private final InstantSource clock;

    MeSetCommand(PeopleStore people, PrivacyStore privacy, InstantSource clock) {
        this.people = requireNonNull(people, "people");
        this.privacy = requireNonNull(privacy, "privacy");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(
                "me set",
                Rule.atLeast(Role.MEMBER),
                Option.text(NAME).optional().atMost(Person.LONGEST_NAME),
                Option.text(DESCRIPTION).optional().atMost(Person.LONGEST_DESCRIPTION));
    }

    @Override
    public Answer run(CommandCall call) {
        if (privacy.optedOut(call.user())) {
            return Answer.refuse("privacy.out");
        }
        Optional<Person> known = people.find(call.user());
        Optional<String> name = call.option(NAME).map(MeSetCommand::line);
        Optional<String> description = call.option(DESCRIPTION);
        if (name.isEmpty() && description.isEmpty()) {
            return form(call, known);
        }
        people.put(new Person(
                call.user(),
                name.or(() -> known.flatMap(Person::name)),
                description.or(() -> known.map(Person::description)).orElse(""),
                clock.instant()));
        return Answer.say("me.set");
    }

    /** A platform's form, or a paste, may have brought line breaks. */
    private static String line(String name) {
        return name.replaceAll("[\\p{Z}\\p{Cntrl}]+", " ");
    }

    private static Answer form(CommandCall call, Optional<Person> known) {
        String name = known.flatMap(Person::name).orElse("");
        String description = known.map(Person::description).orElse("");
        return Answer.of(new Part.Form(
                UserNotice.of("me.form"),
                List.of(
                        new Field(NAME, UserNotice.of("me.field.name"), name, false, Person.LONGEST_NAME, false),
                        new Field(
                                DESCRIPTION,
                                UserNotice.of("me.field.description"),
                                description,
                                false,
                                Person.LONGEST_DESCRIPTION,
                                true)),
                call));
    }
}
