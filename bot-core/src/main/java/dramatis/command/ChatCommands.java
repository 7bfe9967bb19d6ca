package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.message.Segment;
import dramatis.persona.PersonaStore;
import dramatis.session.SessionManager;
import dramatis.session.SessionStore;
import dramatis.turn.Prompter;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore;
import dramatis.turn.Turns;
import java.time.InstantSource;
import java.util.List;

/** What people can ask for in a chat. */
public final class ChatCommands {
    private final Parts parts;

    /** What the commands work on. */
    public record Parts(
            PersonaStore personas,
            SessionManager sessions,
            SessionStore sessionStore,
            TurnStore turnStore,
            Turns turns,
            Prompter prompter,
            InstantSource clock) {
        public Parts {
            requireNonNull(personas, "personas");
            requireNonNull(sessions, "sessions");
            requireNonNull(sessionStore, "sessionStore");
            requireNonNull(turnStore, "turnStore");
            requireNonNull(turns, "turns");
            requireNonNull(prompter, "prompter");
            requireNonNull(clock, "clock");
        }
    }

    private ChatCommands(Parts parts) {
        this.parts = parts;
    }

    /** The desk with all of them, in the order of help. */
    public static CommandDesk desk(Parts parts) {
        return new CommandDesk(new ChatCommands(requireNonNull(parts, "parts")).all());
    }

    private List<Command> all() {
        return List.of(
                new PersonaListCommand(parts.personas()),
                new PersonaInfoCommand(parts.personas()),
                new PersonaUseCommand(parts.personas(), parts.sessions(), parts.turns()),
                new SceneCommand(parts.sessions(), parts.sessionStore()),
                new AgainCommand("retry", Turn.Kind.RETRY, parts.sessions(), parts.turns()),
                new AgainCommand("continue", Turn.Kind.CONTINUE, parts.sessions(), parts.turns()),
                new UndoCommand(parts.sessions(), parts.turns()),
                new StopCommand(parts.turns()),
                new ResetCommand(parts.sessions(), parts.turns()),
                new HistoryCommand(parts.sessions(), parts.sessionStore()),
                new ExportCommand(parts.sessions(), parts.sessionStore(), parts.clock()),
                new PeekCommand("thoughts", Segment.Hidden.Kind.THOUGHT, parts.sessions(), parts.turnStore()),
                new PeekCommand("plan", Segment.Hidden.Kind.PLAN, parts.sessions(), parts.turnStore()),
                new PromptCommand(parts.sessions(), parts.prompter()));
    }
}
