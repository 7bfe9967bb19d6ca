package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.CommandSpec.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedCommandTest {
    private static final List<CommandSpec> SPECS = List.of(
            spec("help"),
            spec("persona use", Option.line("name")),
            spec("scene", Option.line("setting").optional()),
            spec("whisper", Option.line("persona"), Option.line("text")));

    @Test
    void read_nameOfTwoWords_isKnownWhole() {
        assertThat(TypedCommand.read("/persona use  wren-hollowell ", SPECS))
                .isEqualTo(new TypedCommand("persona use", Map.of("name", "wren-hollowell")));
    }

    @Test
    void read_lastOption_takesTheRestOfTheLine() {
        assertThat(TypedCommand.read("/whisper wren  come here, quick", SPECS))
                .isEqualTo(new TypedCommand("whisper", Map.of("persona", "wren", "text", "come here, quick")));
    }

    @Test
    void read_withoutOptions_hasNone() {
        assertThat(TypedCommand.read("/scene", SPECS)).isEqualTo(new TypedCommand("scene", Map.of()));
        assertThat(TypedCommand.read(" / help", SPECS)).isEqualTo(new TypedCommand("help", Map.of()));
    }

    @Test
    void read_unknownName_isItsFirstWord() {
        assertThat(TypedCommand.read("/helpme now", SPECS)).isEqualTo(new TypedCommand("helpme", Map.of()));
        assertThat(TypedCommand.read("/", SPECS)).isEqualTo(new TypedCommand("", Map.of()));
    }

    private static CommandSpec spec(String name, Option... options) {
        return CommandSpec.shown(name, Rule.atLeast(Role.MEMBER), options);
    }
}
