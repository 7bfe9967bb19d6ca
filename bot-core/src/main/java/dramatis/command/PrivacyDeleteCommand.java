package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.privacy.PrivacyStore;
import dramatis.turn.Turns;

/** {@code /privacy delete}: forgets whoever asks. It cannot be taken back. */
final class PrivacyDeleteCommand implements Command {
    private static final String SURE = "sure";

    private final PrivacyStore store;
    private final Turns turns;

    PrivacyDeleteCommand(PrivacyStore store, Turns turns) {
        this.store = requireNonNull(store, "store");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("privacy delete", Rule.atLeast(Role.BLOCKED), Option.flag(SURE));
    }

    @Override
    public Answer run(CommandCall call) {
        if (call.option(SURE).isEmpty()) {
            return Answer.of(new Part.Confirm(UserNotice.of("privacy.delete.sure"), call.with(SURE, "yes")));
        }
        turns.drop(store.delete(call.user()));
        return Answer.say("privacy.deleted");
    }
}
