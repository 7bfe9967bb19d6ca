package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import dramatis.persona.AuthoredPersona;
import dramatis.persona.Quota;
import java.time.InstantSource;

/** {@code /persona transfer}: gives a character to somebody else. */
final class PersonaTransferCommand extends OwnPersonaCommand {
    private static final String USER = "user";
    private static final String SURE = "sure";

    private final Quota quota;

    PersonaTransferCommand(Personas personas, Quota quota, AccessStore access, InstantSource clock) {
        super(personas, access, clock);
        this.quota = requireNonNull(quota, "quota");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(
                "persona transfer", WHO, Option.line(Personas.NAME), Option.user(USER), Option.flag(SURE));
    }

    @Override
    Answer run(CommandCall call, AuthoredPersona one) {
        UserRef to = new UserRef(call.user().platform(), call.required(USER));
        if (personas().authored().of(to).size() >= quota.personas()) {
            return Answer.refuse("persona.transfer.full", quota.personas());
        }
        if (call.option(SURE).isEmpty()) {
            UserNotice question =
                    UserNotice.of("persona.transfer.sure", one.persona().name());
            return Answer.of(new Part.Confirm(
                    question, call.with(Personas.NAME, one.id()).with(SURE, "yes")));
        }
        personas().authored().transfer(one.id(), to);
        return done(call, one, "persona.transferred");
    }
}
