package dramatis.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ButtonIdTest {
    @Test
    void read_whatWasWritten() {
        String id = ButtonId.of("swipe", Long.MAX_VALUE, "previous");
        assertThat(id).hasSizeLessThanOrEqualTo(100);
        assertThat(ButtonId.read(id).orElseThrow().options())
                .isEqualTo(Map.of("reply", Long.toString(Long.MAX_VALUE), "to", "previous"));
    }

    @Test
    void read_otherIds_nothing() {
        assertThat(ButtonId.read("c/x/yes")).isEmpty();
        assertThat(ButtonId.read("r/export/1/")).isEmpty();
        assertThat(Press.read("r/undo/1/")).isEmpty();
    }

    @Test
    void press_whatWasWritten() {
        assertThat(Press.read(Press.confirm("x", true))).contains(new Press(Press.Kind.YES, "x"));
        assertThat(Press.read(Press.confirm("x", false))).contains(new Press(Press.Kind.NO, "x"));
        assertThat(Press.read(Press.form("x"))).contains(new Press(Press.Kind.FORM, "x"));
    }
}
