package dramatis.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import dramatis.command.TypedCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as people write them on Telegram. */
class WrittenTest {
    private static final Me ME = new Me(7, "ada_bot", true);
    private static final List<CommandSpec> SPECS = List.of(
            CommandSpec.told("persona use", Rule.atLeast(Role.MEMBER), Option.line("name")),
            CommandSpec.told("reset", Rule.atLeast(Role.MEMBER)),
            CommandSpec.told("reset undo", Rule.atLeast(Role.MEMBER)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/persona_use wren hollowell",
                "/persona_use@ada_bot wren hollowell",
                "/PERSONA_USE@Ada_Bot   wren hollowell ",
                "/persona use wren hollowell",
                "/persona_use\nwren hollowell",
            })
    void typed_allForms_meanTheSame(String text) {
        Written written = Written.read(text).orElseThrow();
        assertThat(written.isFor(ME)).isTrue();
        TypedCommand typed = written.typed(SPECS);
        assertThat(typed.name()).isEqualTo("persona use");
        assertThat(typed.options()).isEqualTo(Map.of("name", "wren hollowell"));
    }

    @Test
    void typed_longestName_isTaken() {
        assertThat(Written.read("/reset_undo").orElseThrow().typed(SPECS).name())
                .isEqualTo("reset undo");
        assertThat(Written.read("/reset undo").orElseThrow().typed(SPECS).name())
                .isEqualTo("reset undo");
        assertThat(Written.read("/weather").orElseThrow().typed(SPECS).name()).isEqualTo("weather");
    }

    @Test
    void isFor_anotherBot_isNot() {
        assertThat(Written.read("/reset@other_bot").orElseThrow().isFor(ME)).isFalse();
        assertThat(Written.read("/reset").orElseThrow().isFor(ME)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"// aside", "hello /reset", "/", "/ reset", "", "/reset/undo"})
    void read_noCommand_isNone(String text) {
        assertThat(Written.read(text)).isEmpty();
    }

    @Test
    void controls_data_fitsAndIsReadAgain() {
        String data = ControlData.of("swipe", Long.MAX_VALUE, "previous");
        assertThat(data).hasSizeLessThanOrEqualTo(64);
        assertThat(ControlData.read(data))
                .hasValue(new ControlData("swipe", Long.toString(Long.MAX_VALUE), "previous"));
        assertThat(ControlData.read("r/persona delete/1/")).isEmpty();
    }
}
