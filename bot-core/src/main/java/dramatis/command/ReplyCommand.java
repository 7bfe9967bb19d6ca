package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore;

/**
 * A command that works on the last reply: for those whose messages it answers, or who wait for one, and for managers. A
 * control that an adapter offers with a reply gives that reply's id as the option {@code reply}, which nobody types.
 */
abstract class ReplyCommand extends SessionCommand {
    private static final String REPLY = "reply";

    private final String name;
    private final TurnStore store;

    ReplyCommand(String name, SessionManager sessions, TurnStore store) {
        super(sessions);
        this.name = requireNonNull(name, "name");
        this.store = requireNonNull(store, "store");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown(name, Rule.ownOr(Role.MANAGER));
    }

    @Override
    public boolean own(CommandCall call) {
        return new Askers(sessions(), store).include(call);
    }

    @Override
    final Answer run(CommandCall call, Cast cast) {
        return call.option(REPLY).filter(id -> !isLast(id, cast)).isPresent()
                ? Answer.refuse("reply.outdated")
                : work(call, cast);
    }

    private boolean isLast(String id, Cast cast) {
        return store.lastReply(cast.session().id())
                .filter(reply -> Long.toString(reply.utteranceId()).equals(id))
                .isPresent();
    }

    /** Does it, on a reply that is the last one. */
    abstract Answer work(CommandCall call, Cast cast);

    TurnStore store() {
        return store;
    }
}
