package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.inference.InferenceEngine;
import dramatis.message.UserNotice;
import dramatis.persona.AuthoredPersona;
import dramatis.persona.AuthoredPersonaStore;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore.Reply;
import java.util.ArrayList;
import java.util.List;

/** {@code /who}: who made a reply: the character, who made that up, and the model. */
final class WhoCommand extends SessionCommand {
    private final Replies replies;
    private final AuthoredPersonaStore authored;
    private final InferenceEngine engine;

    WhoCommand(Replies replies, AuthoredPersonaStore authored, InferenceEngine engine) {
        super(replies.sessions());
        this.replies = replies;
        this.authored = requireNonNull(authored, "authored");
        this.engine = requireNonNull(engine, "engine");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("who", Rule.atLeast(Role.MEMBER), Option.message());
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        return replies.meant(call, cast.session())
                .map(reply -> made(cast, reply))
                .orElseGet(
                        () -> Replies.named(call) ? Answer.refuse("who.somebody") : Answer.refuse("reply.none", "who"));
    }

    private Answer made(Cast cast, Reply reply) {
        List<Part> parts = new ArrayList<>();
        String name = cast.persona().name();
        parts.add(new Part.Say(UserNotice.of("who.made", name, engine.name())));
        authored.find(cast.persona().id())
                .map(AuthoredPersona::owner)
                .ifPresent(owner -> parts.add(new Part.Say(UserNotice.of("who.creator", name, owner))));
        if (reply.swipes() > 1) {
            parts.add(new Part.Say(UserNotice.of("swipe.done", reply.swipe() + 1, reply.swipes())));
        }
        return new Answer(parts);
    }
}
