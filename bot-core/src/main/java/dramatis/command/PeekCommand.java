package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.Segment;
import dramatis.session.SessionManager.Cast;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code /thoughts peek} and {@code /plan}: what the character thought and planned at a reply, the last unless a message is named; for the owner
 * alone.
 */
final class PeekCommand extends SessionCommand {
    private final String name;
    private final Set<Segment.Hidden.Kind> kinds;
    private final Replies replies;

    PeekCommand(String name, Set<Segment.Hidden.Kind> kinds, Replies replies) {
        super(replies.sessions());
        this.name = requireNonNull(name, "name");
        this.kinds = Set.copyOf(kinds);
        this.replies = replies;
    }

    @Override
    public CommandSpec spec() {
        Rule owner = Rule.atLeast(Role.OWNER);
        // the plan alone is the console's; a message's menu has little room
        return kinds.size() == 1 ? CommandSpec.told(name, owner) : CommandSpec.told(name, owner, Option.message());
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        List<Segment.Hidden> hidden = replies.meant(call, cast.session()).stream()
                .flatMap(reply -> reply.segments().stream())
                .flatMap(segment -> segment instanceof Segment.Hidden thought ? Stream.of(thought) : Stream.empty())
                .filter(thought -> kinds.contains(thought.kind()))
                .toList();
        return hidden.isEmpty() ? Answer.say(name.replace(' ', '.') + ".none") : Answer.of(new Part.Secret(hidden));
    }
}
