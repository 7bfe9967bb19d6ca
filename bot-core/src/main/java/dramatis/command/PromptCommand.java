package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Prompter;

/** {@code /prompt}: the system prompt as the model reads it; for the owner, since the full profile stands in it. */
final class PromptCommand extends SessionCommand {
    private final Prompter prompter;

    PromptCommand(SessionManager sessions, Prompter prompter) {
        super(sessions);
        this.prompter = requireNonNull(prompter, "prompter");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("prompt", Rule.atLeast(Role.OWNER));
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        return Answer.of(new Part.Verbatim(prompter.systemPrompt(cast.session(), cast.persona())));
    }
}
