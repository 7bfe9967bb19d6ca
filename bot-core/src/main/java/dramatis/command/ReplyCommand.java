package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.message.Speaker;
import dramatis.session.Session;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore.Reply;
import java.util.Optional;

/**
 * A command that works on a reply: for those whose messages it answers, or who spoke after it, and for managers. It is
 * the reply that a message is a part of, else the last one. A control that an adapter offers with a reply gives that
 * reply's id as the option {@code reply}, which nobody types: where it is the last no more, nothing is done.
 */
abstract class ReplyCommand extends SessionCommand {
    private static final String CONTROLLED = "reply";

    private final String name;
    private final Replies replies;

    ReplyCommand(String name, Replies replies) {
        super(replies.sessions());
        this.name = requireNonNull(name, "name");
        this.replies = replies;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown(name, Rule.ownOr(Role.MANAGER));
    }

    @Override
    public boolean own(CommandCall call) {
        return sessions()
                .current(call.viewpoint())
                .map(session -> replies.askers(call, session).contains(Speaker.person(call.user())))
                .orElse(false);
    }

    @Override
    final Answer run(CommandCall call, Cast cast) {
        Session session = cast.session();
        Optional<Reply> reply = replies.meant(call, session);
        boolean outdated = call.option(CONTROLLED)
                .filter(id -> reply.map(Reply::utteranceId)
                        .filter(last -> id.equals(Long.toString(last)))
                        .isEmpty())
                .isPresent();
        if (outdated) {
            return Answer.refuse("reply.outdated");
        }
        return reply.map(found -> work(call, cast, found)).orElseGet(() -> none(call, cast));
    }

    /** Does it. */
    abstract Answer work(CommandCall call, Cast cast, Reply reply);

    /** There is no such reply. */
    Answer none(CommandCall call, Cast cast) {
        return Replies.named(call)
                ? Answer.refuse("reply.unknown", cast.persona().name())
                : Answer.refuse("reply.none", name);
    }

    Replies replies() {
        return replies;
    }
}
