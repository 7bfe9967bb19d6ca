package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.platform.Admission;
import dramatis.platform.InboundHandler;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** {@code /say}: says something to the character without a message; the way to speak where nothing else is heard. */
final class SayCommand implements Command {
    private static final String TEXT = "text";

    private final InboundHandler intake;
    private final InstantSource clock;

    SayCommand(InboundHandler intake, InstantSource clock) {
        this.intake = requireNonNull(intake, "intake");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown("say", Rule.atLeast(Role.MEMBER), Option.text(TEXT));
    }

    @Override
    public Answer run(CommandCall call) {
        Admission admission = intake.accept(new InboundEvent.Message(message(call)));
        if (admission instanceof Admission.Queued queued) {
            return Answer.of(new Part.Working(queued.turnId()));
        }
        if (admission instanceof Admission.Refused refused) {
            return Answer.refuse(refused.why());
        }
        return Answer.refuse(admission instanceof Admission.Unavailable ? "say.failed" : "privacy.out");
    }

    /** No platform knows its id, which only has to be nobody else's. */
    private InboundMessage message(CommandCall call) {
        return new InboundMessage(
                new MessageRef(call.conversation(), "say " + UUID.randomUUID()),
                call.caller().place(),
                call.user(),
                call.userName(),
                AuthorKind.PERSON,
                call.required(TEXT),
                Optional.empty(),
                call.caller().inPrivate() ? Addressing.DIRECT : Addressing.COMMAND,
                call.locale(),
                clock.instant());
    }
}
