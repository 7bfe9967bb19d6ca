package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.message.UserNotice;
import dramatis.persona.PeopleStore;
import dramatis.persona.Person;
import java.util.ArrayList;
import java.util.List;

/** {@code /me show}: who the caller is to the characters. */
final class MeShowCommand implements Command {
    private final PeopleStore people;

    MeShowCommand(PeopleStore people) {
        this.people = requireNonNull(people, "people");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("me show", Rule.atLeast(Role.MEMBER));
    }

    @Override
    public Answer run(CommandCall call) {
        return people.find(call.user())
                .map(person -> shown(call, person))
                .orElseGet(() -> Answer.say("me.unknown", call.userName()));
    }

    private static Answer shown(CommandCall call, Person person) {
        List<Part> parts = new ArrayList<>();
        String name = person.name().orElse(call.userName());
        parts.add(new Part.Say(UserNotice.of(person.description().isEmpty() ? "me.name" : "me.known", name)));
        if (!person.description().isEmpty()) {
            parts.add(new Part.Verbatim(person.description()));
        }
        return new Answer(parts);
    }
}
