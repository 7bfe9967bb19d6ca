package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.persona.AuthoredPersona;
import dramatis.persona.CharacterFiles;
import dramatis.persona.CharacterFiles.Format;
import dramatis.persona.CharacterRefusal;
import dramatis.persona.Persona;
import dramatis.persona.Slug;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /persona export}: a character as a file, all that it is made of; so for those who may change it. */
final class PersonaExportCommand extends OwnPersonaCommand {
    private static final String FORMAT = "format";

    private final CharacterFiles files;

    PersonaExportCommand(Personas personas, CharacterFiles files, AccessStore access, InstantSource clock) {
        super(personas, access, clock);
        this.files = requireNonNull(files, "files");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(
                "persona export",
                WHO,
                Option.line(Personas.NAME),
                Option.line(FORMAT).optional());
    }

    @Override
    public List<String> completions(CommandCall call, String option) {
        return option.equals(FORMAT)
                ? Stream.of(Format.values()).map(Format::ending).toList()
                : super.completions(call, option);
    }

    @Override
    String notHere() {
        return "persona.export.not-here";
    }

    @Override
    Answer run(CommandCall call, AuthoredPersona one) {
        String asked = call.option(FORMAT).orElse(Format.YAML.ending());
        return format(asked)
                .map(format -> written(one.persona(), format))
                .orElseGet(() -> Answer.refuse(
                        "persona.export.format",
                        asked,
                        Stream.of(Format.values()).map(Format::ending).collect(Collectors.joining(", "))));
    }

    private static Optional<Format> format(String asked) {
        return Stream.of(Format.values())
                .filter(format -> format.ending().equalsIgnoreCase(asked))
                .findFirst();
    }

    private Answer written(Persona persona, Format format) {
        try {
            byte[] content = files.write(persona, format);
            return Answer.of(new Part.File(new Attachment(Slug.of(persona.name()) + "." + format.ending(), content)));
        } catch (CharacterRefusal e) {
            return Answer.refuse("persona.export.refused", e.sentence());
        }
    }
}
