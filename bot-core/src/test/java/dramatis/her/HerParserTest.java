package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.her.HerParser.Options;
import dramatis.her.HerParser.Start;
import dramatis.message.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class HerParserTest {
    private static final Options HOLMES = Options.of(Start.IN_PLAN, "Holmes", List.of("Watson", "Anna"));

    @Test
    void parse_wellFormedReply_givesItsParts() {
        String reply = "Plan it.</system_thinking>\n\nHolmes: <role_thinking>Mud.</role_thinking> Sit down, "
                + "<role_action>points</role_action> Watson.";

        List<Segment> segments = HerParser.parse(reply, HOLMES);

        assertThat(segments)
                .containsExactly(
                        Segment.plan("Plan it."),
                        Segment.speech("\n\nHolmes: "),
                        Segment.thought("Mud."),
                        Segment.speech(" Sit down, "),
                        Segment.action("points"),
                        Segment.speech(" Watson."));
        assertThat(Markup.HER.write(segments)).isEqualTo("<system_thinking>" + reply);
        assertThat(Display.text(segments, "Holmes")).isEqualTo("Sit down, points Watson.");
    }
}
