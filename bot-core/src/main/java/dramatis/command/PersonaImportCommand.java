package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.persona.CharacterFiles;
import dramatis.persona.CharacterFiles.Brought;
import dramatis.persona.CharacterRefusal;
import dramatis.persona.Persona;
import dramatis.persona.Quota;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /persona import}: shows who is in a file, and once the caller is sure makes them the caller's characters. */
final class PersonaImportCommand implements Command {
    private static final String FILE = "file";
    private static final String SURE = "sure";

    private final Personas personas;
    private final CharacterFiles files;
    private final Quota quota;
    private final InstantSource clock;

    PersonaImportCommand(Personas personas, CharacterFiles files, Quota quota, InstantSource clock) {
        this.personas = requireNonNull(personas, "personas");
        this.files = requireNonNull(files, "files");
        this.quota = requireNonNull(quota, "quota");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("persona import", Rule.atLeast(Role.MEMBER), Option.file(FILE), Option.flag(SURE));
    }

    @Override
    public Answer run(CommandCall call) {
        Attachment file = call.file(FILE).orElseThrow();
        List<Brought> brought;
        try {
            brought = files.read(file.name(), file.content());
        } catch (CharacterRefusal e) {
            return Answer.refuse("persona.import.refused", e.sentence());
        }
        return refusal(call, brought)
                .map(Answer::refuse)
                .orElseGet(() -> call.option(SURE).isPresent() ? keep(call, brought) : preview(call, brought));
    }

    private Optional<UserNotice> refusal(CommandCall call, List<Brought> brought) {
        int room = quota.personas() - personas.authored().of(call.user()).size();
        if (room <= 0) {
            return Optional.of(UserNotice.of("persona.too-many", quota.personas()));
        }
        if (brought.size() > room) {
            return Optional.of(UserNotice.of("persona.import.room", brought.size(), room));
        }
        return brought.stream()
                .flatMap(one -> Quotas.tooLong(one.persona(), quota).stream())
                .findFirst();
    }

    private static Answer preview(CommandCall call, List<Brought> brought) {
        List<Part> parts = new ArrayList<>();
        brought.forEach(one -> parts.addAll(preview(one)));
        String names = brought.stream().map(one -> one.persona().name()).collect(Collectors.joining(", "));
        parts.add(new Part.Confirm(UserNotice.of("persona.import.sure", names), call.with(SURE, "yes")));
        return new Answer(parts);
    }

    private static List<Part> preview(Brought one) {
        Persona persona = one.persona();
        Part has = new Part.Say(UserNotice.of(
                "persona.import.has",
                persona.profile().length(),
                persona.greetings().size(),
                persona.examples().size(),
                persona.name()));
        return one.leftOut().isEmpty()
                ? List.of(has)
                : List.of(
                        has, new Part.Say(UserNotice.of("persona.import.left-out", String.join(", ", one.leftOut()))));
    }

    private Answer keep(CommandCall call, List<Brought> brought) {
        return new Answer(brought.stream().map(one -> keep(call, one.persona())).toList());
    }

    private Part keep(CommandCall call, Persona persona) {
        return new Part.Say(personas.authored()
                .add(persona, call.user(), call.caller().place(), clock.instant(), quota.personas())
                .map(one -> UserNotice.of("persona.created", one.persona().name(), one.id()))
                .orElseGet(() -> UserNotice.of("persona.too-many", quota.personas())));
    }
}
