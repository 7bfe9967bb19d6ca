package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.message.Segment;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /thoughts peek} and {@code /plan}: what the character thought and planned at its last reply; for the owner alone. */
final class PeekCommand extends SessionCommand {
    private final String name;
    private final Set<Segment.Hidden.Kind> kinds;
    private final TurnStore store;

    PeekCommand(String name, Set<Segment.Hidden.Kind> kinds, SessionManager sessions, TurnStore store) {
        super(sessions);
        this.name = requireNonNull(name, "name");
        this.kinds = Set.copyOf(kinds);
        this.store = requireNonNull(store, "store");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(name, Rule.atLeast(Role.OWNER));
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        List<Segment.Hidden> hidden = store.lastReply(cast.session().id()).stream()
                .flatMap(reply -> reply.segments().stream())
                .flatMap(segment -> segment instanceof Segment.Hidden thought ? Stream.of(thought) : Stream.empty())
                .filter(thought -> kinds.contains(thought.kind()))
                .toList();
        return hidden.isEmpty() ? Answer.say(name.replace(' ', '.') + ".none") : Answer.of(new Part.Secret(hidden));
    }
}
