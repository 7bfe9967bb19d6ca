package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.her.HerParser.Options;
import dramatis.her.HerParser.Start;
import dramatis.her.Samples.Sample;
import dramatis.message.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HerParserTest {
    private static final Options OPTIONS = Options.of(Start.IN_PLAN, Reply.OWN, Reply.OTHERS);

    @ParameterizedTest
    @MethodSource("dramatis.her.Samples#all")
    void parse_sample_givesItsSegmentsAndWhatIsSeen(Sample sample) {
        List<Segment> segments =
                HerParser.parse(sample.reply().raw(), sample.reply().options());

        assertThat(segments).isEqualTo(sample.segments());
        assertThat(Display.text(segments, Reply.OWN)).isEqualTo(sample.visible());
        ReplyCheck.hidesAll(sample.reply(), segments);
        ReplyCheck.showsAll(sample.reply(), segments);
    }

    @ParameterizedTest
    @MethodSource("dramatis.her.Samples#all")
    void accept_everyPairOfPieces_givesTheSame(Sample sample) {
        String raw = sample.reply().raw();
        for (int i = 0; i <= raw.length(); i++) {
            assertThat(ReplyCheck.PARSER.read(
                            ReplyCheck.cut(raw, i), sample.reply().options()))
                    .as("cut at %d", i)
                    .isEqualTo(sample.segments());
        }
    }

    @ParameterizedTest
    @MethodSource("dramatis.her.Samples#all")
    void accept_oneCharacterAtATime_givesTheSame(Sample sample) {
        List<String> characters = ReplyCheck.characters(sample.reply().raw());

        assertThat(ReplyCheck.PARSER.read(characters, sample.reply().options())).isEqualTo(sample.segments());
    }

    @ParameterizedTest
    @MethodSource("dramatis.her.Samples#all")
    void parse_truncatedAnywhere_hidesTheSame(Sample sample) {
        Reply reply = sample.reply();
        for (int i = 0; i <= reply.raw().length() && reply.truncatable(); i++) {
            ReplyCheck.hidesAll(reply, ReplyCheck.read(ReplyCheck.PARSER, reply.upTo(i)));
        }
    }

    @Test
    void accept_segmentThatCloses_isGivenAtOnce() {
        HerParser parser = new HerParser(OPTIONS);

        assertThat(parser.inPlan()).isTrue();
        assertThat(parser.accept("a pl")).isEmpty();
        assertThat(parser.accept("an</system_th")).isEmpty();
        assertThat(parser.planSoFar()).isEqualTo("a plan");
        assertThat(parser.accept("inking>")).containsExactly(Segment.plan("a plan"));
        assertThat(parser.inPlan()).isFalse();
        assertThat(parser.accept("Hello <role_action>")).containsExactly(Segment.speech("Hello "));
        assertThat(parser.accept("bows</role_action> there")).containsExactly(Segment.action("bows"));
        assertThat(parser.finish()).containsExactly(Segment.speech(" there"));
        assertThat(parser.finish()).isEmpty();
    }

    @Test
    void ended_whereAnotherSpeaks_isTrueAndTheRestIsIgnored() {
        HerParser parser = new HerParser(OPTIONS.with(Start.AFTER_PLAN));

        parser.accept("Hello\nAnna");
        assertThat(parser.ended()).isFalse();
        parser.accept(":");
        assertThat(parser.ended()).isTrue();
        assertThat(parser.accept(" and <role_action>more</role_action>")).isEmpty();
        assertThat(parser.finish()).containsExactly(Segment.speech("Hello\n"));
    }

    @Test
    void ended_atTheLongestLength_isTrue() {
        HerParser parser = new HerParser(OPTIONS.with(Start.AFTER_PLAN).withLongest(5));

        assertThat(parser.accept("12345678")).isEmpty();
        assertThat(parser.ended()).isTrue();
        assertThat(parser.finish()).containsExactly(Segment.speech("12345"));
    }

    @Test
    void accept_afterFinish_isRefused() {
        HerParser parser = new HerParser(OPTIONS);
        parser.finish();

        assertThatThrownBy(() -> parser.accept("more")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void parse_interruptedReply_goesOnFromItsSegments() {
        String whole = "plan</system_thinking>One. <role_action>two</role_action> Three.";
        List<Segment> all = HerParser.parse(whole, OPTIONS);
        List<Segment> stored = all.subList(0, 3);
        String prefix = Markup.HER.write(stored);
        String rest = ("<system_thinking>" + whole).substring(prefix.length());

        assertThat(HerParser.parse(rest, OPTIONS.with(Start.AFTER_PLAN))).isEqualTo(all.subList(3, all.size()));
    }
}
