package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.access.Authoriser;
import dramatis.access.Role;
import dramatis.address.ChannelSettings;
import dramatis.address.ChannelSettingsStore;
import dramatis.delivery.PostStore;
import dramatis.delivery.ThoughtsRoute;
import dramatis.inference.InferenceEngine;
import dramatis.message.Segment.Hidden.Kind;
import dramatis.persona.AuthoredPersonaStore;
import dramatis.persona.CharacterFiles;
import dramatis.persona.PeopleStore;
import dramatis.persona.Quota;
import dramatis.persona.Repertoire;
import dramatis.platform.InboundHandler;
import dramatis.privacy.PrivacyStore;
import dramatis.session.SessionManager;
import dramatis.session.SessionStore;
import dramatis.turn.Prompter;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore;
import dramatis.turn.Turns;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What people can ask for in a chat. */
public final class ChatCommands {
    /** So many are there about characters, to which those about files belong. */
    private static final int BEFORE_SCENE = 9;

    private final Parts parts;

    /**
     * What the commands work on.
     *
     * @param defaults how the bot behaves in channels where nobody chose
     * @param files where characters come and go as files
     */
    public record Parts(
            Repertoire repertoire,
            AuthoredPersonaStore authored,
            SessionManager sessions,
            SessionStore sessionStore,
            TurnStore turnStore,
            PostStore posts,
            Turns turns,
            Prompter prompter,
            InboundHandler intake,
            InferenceEngine engine,
            AccessStore access,
            ChannelSettingsStore channels,
            ChannelSettings defaults,
            PeopleStore people,
            PrivacyStore privacy,
            Optional<CharacterFiles> files,
            Quota quota,
            ThoughtsRoute thoughts,
            Function<String, List<String>> problems,
            Authoriser authoriser,
            CommandMeter meter,
            InstantSource clock) {
        public Parts {
            requireNonNull(repertoire, "repertoire");
            requireNonNull(authored, "authored");
            requireNonNull(sessions, "sessions");
            requireNonNull(sessionStore, "sessionStore");
            requireNonNull(turnStore, "turnStore");
            requireNonNull(posts, "posts");
            requireNonNull(turns, "turns");
            requireNonNull(prompter, "prompter");
            requireNonNull(intake, "intake");
            requireNonNull(engine, "engine");
            requireNonNull(access, "access");
            requireNonNull(channels, "channels");
            requireNonNull(defaults, "defaults");
            requireNonNull(people, "people");
            requireNonNull(privacy, "privacy");
            requireNonNull(files, "files");
            requireNonNull(quota, "quota");
            requireNonNull(thoughts, "thoughts");
            requireNonNull(problems, "problems");
            requireNonNull(authoriser, "authoriser");
            requireNonNull(meter, "meter");
            requireNonNull(clock, "clock");
        }
    }

    private ChatCommands(Parts parts) {
        this.parts = parts;
    }

    /** The desk with all of them, in the order of help. */
    public static CommandDesk desk(Parts parts) {
        return new CommandDesk(
                parts.authoriser(), new ChatCommands(requireNonNull(parts, "parts")).all(), parts.meter());
    }

    private List<Command> all() {
        Personas personas = new Personas(parts.repertoire(), parts.authored());
        Askers askers = new Askers(parts.sessions(), parts.turnStore());
        Replies replies = new Replies(parts.sessions(), parts.turnStore(), parts.posts());
        List<Command> all = new ArrayList<>(List.of(
                new PersonaListCommand(personas),
                new PersonaInfoCommand(personas),
                new PersonaUseCommand(personas, parts.sessions(), parts.turns()),
                new PersonaCreateCommand(personas, parts.quota(), parts.clock()),
                new PersonaEditCommand(personas, parts.quota(), parts.access(), parts.clock()),
                new PersonaDeleteCommand(personas, parts.access(), parts.clock()),
                new PersonaShareCommand(true, personas, parts.access(), parts.clock()),
                new PersonaShareCommand(false, personas, parts.access(), parts.clock()),
                new PersonaTransferCommand(personas, parts.quota(), parts.access(), parts.clock()),
                new SceneCommand(parts.sessions(), parts.sessionStore()),
                new AgainCommand("retry", Turn.Kind.RETRY, replies, parts.turns()),
                new AgainCommand("continue", Turn.Kind.CONTINUE, replies, parts.turns()),
                new SwipeCommand(replies, parts.turns()),
                new UndoCommand(replies, parts.turns()),
                new EditCommand(replies, parts.turns()),
                new DeleteCommand(replies, parts.turns()),
                new WhoCommand(replies, parts.authored(), parts.engine()),
                new StopCommand(parts.turns(), askers),
                new ResetCommand(parts.sessions(), parts.turns()),
                new UnresetCommand(parts.sessions(), parts.turns()),
                new HistoryCommand(parts.sessions(), parts.sessionStore()),
                new ExportCommand(parts.sessions(), parts.sessionStore(), parts.authoriser(), parts.clock()),
                new PeekCommand("thoughts peek", Set.of(Kind.PLAN, Kind.THOUGHT), replies),
                new ThoughtsModeCommand(parts.thoughts(), parts.access(), parts.clock()),
                new ThoughtsSteerCommand(parts.sessions(), parts.sessionStore()),
                new PeekCommand("plan", Set.of(Kind.PLAN), replies),
                new PromptCommand(parts.sessions(), parts.prompter()),
                grant("manager", Role.MANAGER, true),
                grant("manager", Role.MANAGER, false),
                new GrantListCommand("manager", Role.MANAGER, parts.access()),
                grant("block", Role.BLOCKED, true),
                grant("block", Role.BLOCKED, false),
                new GrantListCommand("block", Role.BLOCKED, parts.access()),
                new ChannelConfigCommand(parts.channels(), parts.defaults(), parts.access(), parts.clock()),
                new SayCommand(parts.intake(), parts.clock()),
                new MeSetCommand(parts.people(), parts.privacy(), parts.clock()),
                new MeShowCommand(parts.people()),
                new MeClearCommand(parts.people()),
                new PrivacyShowCommand(parts.privacy()),
                new PrivacyExportCommand(parts.privacy(), parts.clock()),
                new PrivacyDeleteCommand(parts.privacy(), parts.turns()),
                new PrivacyOptOutCommand(true, parts.privacy()),
                new PrivacyOptOutCommand(false, parts.privacy()),
                new StatusCommand(
                        parts.sessions(), parts.engine(), parts.turns(), parts.authoriser(), parts.problems()),
                new PingCommand()));
        parts.files().ifPresent(files -> all.addAll(BEFORE_SCENE, files(personas, files)));
        return all;
    }

    private List<Command> files(Personas personas, CharacterFiles files) {
        return List.of(
                new PersonaImportCommand(personas, files, parts.quota(), parts.clock()),
                new PersonaExportCommand(personas, files, parts.access(), parts.clock()));
    }

    private Command grant(String group, Role role, boolean adds) {
        return new GrantCommand(group, role, adds, parts.access(), parts.authoriser(), parts.clock());
    }
}
