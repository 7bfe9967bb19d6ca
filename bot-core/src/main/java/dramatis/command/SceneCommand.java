package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.session.SessionStore;
import java.util.Optional;

/** {@code /scene}: shows where this session is set, or sets it elsewhere. */
final class SceneCommand extends SessionCommand {
    private static final String SETTING = "setting";

    private final SessionStore store;

    SceneCommand(SessionManager sessions, SessionStore store) {
        super(sessions);
        this.store = requireNonNull(store, "store");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown(
                "scene", Rule.atLeast(Role.MANAGER), Option.text(SETTING).optional());
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        Optional<String> setting = call.option(SETTING);
        if (setting.isEmpty()) {
            String scene = cast.session().scene().orElse(cast.persona().scene());
            return scene.isBlank() ? Answer.say("scene.none") : Answer.of(new Part.Verbatim(scene));
        }
        store.scene(cast.session().id(), setting);
        return Answer.say("scene.set");
    }
}
