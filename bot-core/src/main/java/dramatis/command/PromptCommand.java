package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Audience;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Prompter;
import java.util.List;

/** {@code /prompt}: the system prompt as the model reads it; for the owner, since the full profile stands in it. */
final class PromptCommand extends SessionCommand {
    private final Prompter prompter;

    PromptCommand(SessionManager sessions, Prompter prompter) {
        super(sessions);
        this.prompter = requireNonNull(prompter, "prompter");
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec("prompt", Role.OWNER, Audience.CALLER, List.of());
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        return Answer.of(new Part.Verbatim(prompter.systemPrompt(cast.session(), cast.persona())));
    }
}
