package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Authoriser;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.Phrases;
import dramatis.message.Utterance;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.session.SessionStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** {@code /export}: the session as a file to read; with thoughts where the owner asks for them. */
final class ExportCommand extends SessionCommand {
    private static final String THOUGHTS = "thoughts";

    private final SessionStore store;
    private final Authoriser authoriser;
    private final InstantSource clock;

    ExportCommand(SessionManager sessions, SessionStore store, Authoriser authoriser, InstantSource clock) {
        super(sessions);
        this.authoriser = requireNonNull(authoriser, "authoriser");
        this.store = requireNonNull(store, "store");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("export", Rule.atLeast(Role.MANAGER), Option.flag(THOUGHTS));
    }

    @Override
    public List<String> completions(CommandCall call, String option) {
        return List.of(THOUGHTS);
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        boolean thoughts = call.option(THOUGHTS).isPresent();
        if (thoughts && !authoriser.owner(call.user())) {
            return Answer.refuse("export.forbidden");
        }
        List<Utterance> said = store.history(cast.session().id(), 0, Long.MAX_VALUE);
        String log = new ExportedLog(Phrases.in(call.locale()), thoughts).of(cast.persona(), said);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Answer.of(new Part.File(Attachment.text(cast.persona().id() + "-" + today + ".md", log)));
    }
}
