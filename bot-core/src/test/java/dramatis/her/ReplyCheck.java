package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.her.HerParser.Options;
import dramatis.message.Segment;
import dramatis.message.Segment.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds for every reply, whatever reads it. */
final class ReplyCheck {
    private static final Pattern VISIBLE = Pattern.compile("vis\\d+");

    /** Reads a reply that comes in pieces. */
    interface Reader {
        List<Segment> read(List<String> pieces, Options options);
    }

    static final Reader PARSER = ReplyCheck::parse;

    private ReplyCheck() {}

    /** Fails when a hidden word is shown, in a segment or in the text for people. */
    static void hidesAll(Reply reply, List<Segment> segments) {
        assertThat(shown(segments)).as("%s", reply).doesNotContain("hid");
        assertThat(Display.text(segments, Reply.OWN)).as("%s", reply).doesNotContain("hid");
    }

    /** Fails when a visible word is not shown. */
    static void showsAll(Reply reply, List<Segment> segments) {
        List<String> words =
                VISIBLE.matcher(reply.raw()).results().map(m -> m.group()).toList();
        String seen = Display.text(segments, Reply.OWN);
        assertThat(words).as("%s", reply).allSatisfy(word -> assertThat(seen).contains(word));
    }

    static List<Segment> read(Reader reader, Reply reply) {
        return reader.read(List.of(reply.raw()), reply.options());
    }

    /** The text in pieces that end at the given indexes. */
    static List<String> cut(String text, int... ends) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            pieces.add(text.substring(from, end));
            from = end;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    static List<String> characters(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) c)).toList();
    }

    private static List<Segment> parse(List<String> pieces, Options options) {
        HerParser parser = new HerParser(options);
        List<Segment> segments = new ArrayList<>();
        pieces.forEach(piece -> segments.addAll(parser.accept(piece)));
        segments.addAll(parser.finish());
        return segments;
    }

    private static String shown(List<Segment> segments) {
        return segments.stream()
                .filter(Visible.class::isInstance)
                .map(Segment::text)
                .collect(Collectors.joining("|"));
    }
}
