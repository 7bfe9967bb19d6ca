package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {
    @ParameterizedTest
    @CsvSource({
        "'Fox: Hi', Hi",
        "'  fox：Hi ', Hi",
        "'**Fox:** Hi', Hi",
        "'Hi\nFox: you', 'Hi\nyou'",
        "'Fox: Fox: Hi', Hi",
        "'Hi Fox: you', 'Hi Fox: you'",
        "'Foxy: Hi', 'Foxy: Hi'",
        "'Fox said: Hi', 'Fox said: Hi'"
    })
    void of_speech_dropsTheOwnName(String text, String shown) {
        assertThat(Display.of(Segment.speech(text), "Fox")).contains(Segment.speech(shown));
    }

    @Test
    void of_speechThatIsOnlyTheName_isNothing() {
        assertThat(Display.of(Segment.speech("\n\nFox: \u00a0"), "Fox")).isEmpty();
    }

    @Test
    void of_action_isOnlyTrimmed() {
        assertThat(Display.of(Segment.action(" Fox: bows\n"), "Fox")).contains(Segment.action("Fox: bows"));
    }

    @Test
    void of_nameWithSigns_isTakenAsItIs() {
        assertThat(Display.of(Segment.speech("A.*(b)[c]+: Hi"), "A.*(b)[c]+")).contains(Segment.speech("Hi"));
        assertThat(Display.of(Segment.speech("AxxB: Hi"), "A.*B")).contains(Segment.speech("AxxB: Hi"));
    }

    @Test
    void of_noName_dropsNothing() {
        assertThat(Display.of(Segment.speech(": Hi"), "")).contains(Segment.speech(": Hi"));
    }

    @Test
    void text_joinsPiecesAsTheModelBrokeItsLines() {
        List<Segment> segments = List.of(
                Segment.plan("p"),
                Segment.speech("\nFox: One. "),
                Segment.action("two"),
                Segment.speech("\n"),
                Segment.thought("t"),
                Segment.speech("\nThree."),
                Segment.action("four"));

        assertThat(Display.text(segments, "Fox")).isEqualTo("One. two\n\nThree. four");
    }
}
