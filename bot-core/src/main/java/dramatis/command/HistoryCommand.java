package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.her.Display;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.session.SessionStore;
import java.util.List;

/** {@code /history}: what was said in this session. */
final class HistoryCommand extends SessionCommand {
    private static final int SHOWN = 50;

    private final SessionStore store;

    HistoryCommand(SessionManager sessions, SessionStore store) {
        super(sessions);
        this.store = requireNonNull(store, "store");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("history", Rule.atLeast(Role.MEMBER));
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        List<Utterance> said = store.history(cast.session().id(), 0, Long.MAX_VALUE);
        if (said.isEmpty()) {
            return Answer.say("history.empty");
        }
        return new Answer(said.subList(Math.max(0, said.size() - SHOWN), said.size()).stream()
                .map(HistoryCommand::asShown)
                .toList());
    }

    private static Part asShown(Utterance said) {
        boolean person = said.speaker().kind() == Speaker.Kind.PERSON;
        List<? extends Segment> shown = person ? said.segments() : Display.of(said.segments(), said.name());
        return new Part.Said(new Utterance(said.id(), said.speaker(), said.name(), List.copyOf(shown), said.at()));
    }
}
