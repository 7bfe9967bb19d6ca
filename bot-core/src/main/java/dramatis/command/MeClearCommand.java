package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.persona.PeopleStore;

/** {@code /me clear}: forgets what the caller said about themselves. */
final class MeClearCommand implements Command {
    private static final String SURE = "sure";

    private final PeopleStore people;

    MeClearCommand(PeopleStore people) {
        this.people = requireNonNull(people, "people");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("me clear", Rule.atLeast(Role.MEMBER), Option.flag(SURE));
    }

    @Override
    public Answer run(CommandCall call) {
        if (people.find(call.user()).isEmpty()) {
            return Answer.say("me.unknown", call.userName());
        }
        if (call.option(SURE).isEmpty()) {
            return Answer.of(new Part.Confirm(UserNotice.of("me.clear.sure"), call.with(SURE, "yes")));
        }
        people.clear(call.user(), call.userName());
        return Answer.say("me.cleared", call.userName());
    }
}
