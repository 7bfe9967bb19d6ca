package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.access.Authoriser;
import dramatis.access.Grant;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserRef;
import java.time.InstantSource;

/** {@code /manager add} and {@code remove}, {@code /block add} and {@code remove}: what an admin makes of somebody here. */
final class GrantCommand implements Command {
    private static final String USER = "user";

    private final String group;
    private final Role role;
    private final boolean adds;
    private final AccessStore store;
    private final Authoriser authoriser;
    private final InstantSource clock;

    GrantCommand(String group, Role role, boolean adds, AccessStore store, Authoriser authoriser, InstantSource clock) {
        this.group = requireNonNull(group, "group");
        this.role = requireNonNull(role, "role");
        this.adds = adds;
        this.store = requireNonNull(store, "store");
        this.authoriser = requireNonNull(authoriser, "authoriser");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(group + (adds ? " add" : " remove"), Rule.atLeast(Role.ADMIN), Option.user(USER));
    }

    @Override
    public Answer run(CommandCall call) {
        UserRef user = new UserRef(call.user().platform(), call.required(USER));
        Grant grant = new Grant(user, role, call.user(), clock.instant());
        return adds ? add(call, grant) : takeBack(call, grant);
    }

    private Answer add(CommandCall call, Grant grant) {
        if (grant.user().equals(call.user()) || authoriser.owner(grant.user())) {
            return Answer.refuse(group + ".useless");
        }
        store.put(call.caller().place(), grant);
        return Answer.say(group + ".added", grant.user());
    }

    private Answer takeBack(CommandCall call, Grant grant) {
        return Answer.say(
                store.takeBack(call.caller().place(), grant) ? group + ".removed" : group + ".none", grant.user());
    }
}
