package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.her.HerParser.Start;
import dramatis.her.ReplyCheck.Reader;
import dramatis.message.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Seeded replies of labelled words, well-formed and not; {@code -Ddramatis.fuzz=N} reads N of each. */
class HerParserFuzzTest {
    private static final int CASES = Integer.getInteger("dramatis.fuzz", 50_000);

    @Test
    void parse_wellFormedReplies_hideAndShowWhatTheyShould() {
        for (int seed = 0; seed < CASES; seed++) {
            Reply reply = new WellFormed(seed).reply();
            List<Segment> segments = ReplyCheck.read(ReplyCheck.PARSER, reply);
            ReplyCheck.hidesAll(reply, segments);
            ReplyCheck.showsAll(reply, segments);
            assertThat(written(reply, segments).equals(reply.raw()))
                    .as("%s", reply)
                    .isTrue();
            tryCuts(ReplyCheck.PARSER, reply, segments, seed);
        }
    }

    @Test
    void parse_malformedReplies_hideWhatTheyShould() {
        for (int seed = 0; seed < CASES; seed++) {
            Reply reply = new Malformed(seed).reply();
            List<Segment> segments = ReplyCheck.read(ReplyCheck.PARSER, reply);
            ReplyCheck.hidesAll(reply, segments);
            tryCuts(ReplyCheck.PARSER, reply, segments, seed);
        }
    }

    @Test
    void check_ofAReaderThatShowsUnclosedThoughts_fails() {
        Reader leaky = (pieces, options) -> {
            List<Segment> segments = new ArrayList<>(ReplyCheck.PARSER.read(pieces, options));
            Segment last = segments.isEmpty() ? Segment.speech("") : segments.get(segments.size() - 1);
            boolean open = last.equals(Segment.thought(last.text()))
                    && !String.join("", pieces).endsWith(">");
            return open ? append(segments.subList(0, segments.size() - 1), Segment.speech(last.text())) : segments;
        };

        assertThatThrownBy(() -> {
                    for (int seed = 0; seed < 1_000; seed++) {
                        Reply reply = new Malformed(seed).reply();
                        ReplyCheck.hidesAll(reply, ReplyCheck.read(leaky, reply));
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("A hidden word is shown");
    }

    @Test
    void check_ofAReaderThatDependsOnTheCut_fails() {
        Reader leaky = (pieces, options) -> ReplyCheck.PARSER.read(
                pieces.stream().filter(piece -> !piece.equals("<")).toList(), options);

        assertThatThrownBy(() -> {
                    for (int seed = 0; seed < 1_000; seed++) {
                        Reply reply = new WellFormed(seed).reply();
                        tryCuts(leaky, reply, ReplyCheck.read(leaky, reply), seed);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The cut matters");
    }

    @Test
    @Timeout(60)
    void parse_megabytesOfWhatIsSlow_endsInTime() {
        List<String> slow = List.of(
                "<",
                "</",
                "<role_",
                "< ",
                "a<b ",
                ":",
                "Anna ",
                "\n:",
                "\nAnna",
                "[",
                "<role_thinking>",
                "<role_action>",
                "</role_thinking>",
                "x</role_action>",
                "<|im_end",
                "<system_thinking ");
        for (String piece : slow) {
            for (Start start : List.of(Start.OPEN, Start.AFTER_PLAN)) {
                Reply reply = Reply.of(piece.repeat(100_000 / piece.length()), start);
                assertThat(HerParser.parse(reply.raw(), reply.options().withLongest(Integer.MAX_VALUE)))
                        .isNotNull();
            }
        }
    }

    /** A cut gives the same, or a beginning shows nothing of what is hidden. */
    private static void tryCuts(Reader reader, Reply reply, List<Segment> whole, int seed) {
        String raw = reply.raw();
        Random random = new Random(seed);
        int one = random.nextInt(raw.length() + 1);
        int other = one + random.nextInt(raw.length() - one + 1);
        if (seed % 2 == 0) {
            List<String> cut = seed % 8 == 0 ? ReplyCheck.characters(raw) : ReplyCheck.cut(raw, one, other);
            ReplyCheck.same(reply, whole, reader.read(cut, reply.options()));
        } else if (reply.truncatable()) {
            ReplyCheck.hidesAll(reply, ReplyCheck.read(reader, reply.upTo(one)));
        }
    }

    private static String written(Reply reply, List<Segment> segments) {
        String written = Markup.HER.write(segments);
        return reply.options().start() == Start.IN_PLAN ? written.substring(Markup.PLAN_OPEN.length()) : written;
    }

    private static List<Segment> append(List<Segment> segments, Segment last) {
        List<Segment> all = new ArrayList<>(segments);
        all.add(last);
        return all;
    }
}
