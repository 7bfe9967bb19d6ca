package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Field;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.her.HerReply;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore.Reply;
import dramatis.turn.Turns;
import java.util.List;

/** {@code /edit}: has a reply say something else, as another version of it. */
final class EditCommand extends ReplyCommand {
    private static final String TEXT = "text";
    private static final int LONGEST = 4000;

    private final Turns turns;

    EditCommand(Replies replies, Turns turns) {
        super("edit", replies);
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(
                super.spec().name(), Rule.ownOr(Role.MANAGER), Option.text(TEXT).optional(), Option.message());
    }

    @Override
    Answer work(CommandCall call, Cast cast, Reply reply) {
        if (call.option(TEXT).isEmpty()) {
            return form(call, Asterisks.text(reply.segments()));
        }
        List<Segment> segments = HerReply.written(
                Asterisks.actions(call.required(TEXT)), cast.persona().name());
        return turns.amend(cast.session(), cast.persona(), reply, segments)
                .map(now -> Answer.of(new Part.Say(UserNotice.of("edit.done")), new Part.Working(now.turnId())))
                .orElseGet(() -> Answer.refuse("edit.busy"));
    }

    private static Answer form(CommandCall call, String text) {
        if (text.length() > LONGEST) {
            return Answer.refuse("edit.long", text.length(), LONGEST);
        }
        Field field = new Field(TEXT, UserNotice.of("edit.field"), text, true, LONGEST, true);
        return Answer.of(new Part.Form(UserNotice.of("edit.title"), List.of(field), call));
    }
}
