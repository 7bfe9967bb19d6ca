package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.access.Grant;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.message.UserNotice;
import java.util.List;

/** {@code /manager list} and {@code /block list}: what admins made of people here. */
final class GrantListCommand implements Command {
    private final String group;
    private final Role role;
    private final AccessStore store;

    GrantListCommand(String group, Role role, AccessStore store) {
        this.group = requireNonNull(group, "group");
        this.role = requireNonNull(role, "role");
        this.store = requireNonNull(store, "store");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(group + " list", Rule.atLeast(Role.ADMIN));
    }

    @Override
    public Answer run(CommandCall call) {
        List<Grant> grants = store.grants(call.caller().place()).stream()
                .filter(grant -> grant.role() == role)
                .toList();
        return grants.isEmpty()
                ? Answer.say(group + ".nobody")
                : new Answer(grants.stream().map(GrantListCommand::line).toList());
    }

    private static Part line(Grant grant) {
        return new Part.Say(UserNotice.of("grant.line", grant.user(), grant.by(), grant.at()));
    }
}
