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
        assertThat(TypedCommand.read("/persona", SPECS)).isEqualTo(new TypedCommand("persona", Map.of()));
        assertThat(TypedCommand.read("/persona  us wren", SPECS)).isEqualTo(new TypedCommand("persona us", Map.of()));
        assertThat(TypedCommand.read("/", SPECS)).isEqualTo(new TypedCommand("", Map.of()));
    }

    @Test
    void read_flagAtTheEnd_isNotPartOfAName() {
        CommandSpec delete = CommandSpec.shown(
                "persona delete", Rule.atLeast(Role.MEMBER), Option.line("name"), Option.flag("sure"));
        assertThat(TypedCommand.read("/persona delete Bruno the Bouncer", List.of(delete))
                        .options())
                .isEqualTo(Map.of("name", "Bruno the Bouncer"));
        assertThat(TypedCommand.read("/persona delete Bruno the Bouncer sure", List.of(delete))
                        .options())
                .isEqualTo(Map.of("name", "Bruno the Bouncer", "sure", "yes"));
    }

    @Test
    void read_quotes_holdANameTogether() {
        CommandSpec give = CommandSpec.shown(
                "give", Rule.atLeast(Role.MEMBER), Option.line("name"), Option.user("user"), Option.flag("sure"));
        assertThat(TypedCommand.read("/give \"Bruno the Bouncer\" 12 sure", List.of(give))
                        .options())
                .isEqualTo(Map.of("name", "Bruno the Bouncer", "user", "12", "sure", "yes"));
        assertThat(TypedCommand.read("/give bruno~1 12", List.of(give)).options())
                .isEqualTo(Map.of("name", "bruno~1", "user", "12"));
    }

    @Test
    void read_optionsOfAForm_areNotTyped() {
        CommandSpec edit = CommandSpec.shown(
                "edit",
                Rule.atLeast(Role.MEMBER),
                Option.line("name"),
                Option.text("scene").optional());
        assertThat(TypedCommand.read("/edit Bruno the Bouncer", List.of(edit)).options())
                .isEqualTo(Map.of("name", "Bruno the Bouncer"));
    }

    @Test
    void read_optionsByName_standAtTheBeginningOrTheEnd() {
        CommandSpec config = spec(
                "config",
                Option.line("trigger").optional(),
                Option.line("scope").optional(),
                Option.line("cooldown").optional(),
                Option.flag("reset"));
        assertThat(TypedCommand.read("/config scope=user cooldown=\"5 m\" reset", List.of(config))
                        .options())
                .isEqualTo(Map.of("scope", "user", "cooldown", "5 m", "reset", "yes"));
        assertThat(TypedCommand.read("/config mention,chance=0.1 scope=user", List.of(config))
                        .options())
                .isEqualTo(Map.of("trigger", "mention,chance=0.1", "scope", "user"));
        CommandSpec export =
                spec("export", Option.line("name"), Option.line("format").optional());
        assertThat(TypedCommand.read("/export Bruno the Bouncer format=png", List.of(export))
                        .options())
                .isEqualTo(Map.of("name", "Bruno the Bouncer", "format", "png"));
        assertThat(TypedCommand.read("/export a format= b", List.of(export)).options())
                .isEqualTo(Map.of("name", "a format= b"));
        assertThat(TypedCommand.read("/whisper x format=png", SPECS).options())
                .isEqualTo(Map.of("persona", "x", "text", "format=png"));
    }

    @Test
    void read_capitalsAndSpacesInTheName_doNotCount() {
        assertThat(TypedCommand.read("/Persona   USE Wren", SPECS))
                .isEqualTo(new TypedCommand("persona use", Map.of("name", "Wren")));
    }

    @Test
    void read_groupNearlyTyped_isANameOfTwoWords() {
        assertThat(TypedCommand.read("/persone use wren", SPECS).name()).isEqualTo("persone use");
    }

    @Test
    void read_emptyQuotes_areNothing() {
        CommandSpec set =
                spec("set", Option.line("name").optional(), Option.line("scene").optional());
        assertThat(TypedCommand.read("/set name=\"\" scene=x", List.of(set)))
                .isEqualTo(new TypedCommand("set", Map.of("scene", "x")));
    }

    @Test
    void read_whatBelongsToNoOption_isLeft() {
        CommandSpec set =
                spec("set", Option.line("name").optional(), Option.line("scene").optional(), Option.flag("sure"));
        assertThat(TypedCommand.read("/help me", SPECS)).isEqualTo(new TypedCommand("help", Map.of(), "me"));
        assertThat(TypedCommand.read("/set name=Tom Bell", List.of(set)))
                .isEqualTo(new TypedCommand("set", Map.of("name", "Tom"), "Bell"));
        assertThat(TypedCommand.read("/set sure=no", List.of(set)))
                .isEqualTo(new TypedCommand("set", Map.of(), "sure=no"));
        assertThat(TypedCommand.read("/set sure=yes", List.of(set)))
                .isEqualTo(new TypedCommand("set", Map.of("sure", "yes")));
    }

    private static CommandSpec spec(String name, Option... options) {
        return CommandSpec.shown(name, Rule.atLeast(Role.MEMBER), options);
    }
}
