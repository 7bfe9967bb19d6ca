package dramatis.her;

import dramatis.her.HerParser.Options;
import dramatis.message.Segment;
import dramatis.message.Segment.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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
        boolean leaks =
                segments.stream().anyMatch(s -> s instanceof Visible && s.text().contains("hid"));
        require(
                !leaks && !Display.text(segments, Reply.OWN).contains("hid"),
                "A hidden word is shown",
                reply,
                segments);
    }

    /** Fails when a visible word is not shown. */
    static void showsAll(Reply reply, List<Segment> segments) {
        String seen = Display.text(segments, Reply.OWN);
        boolean all = VISIBLE.matcher(reply.raw()).results().allMatch(word -> seen.contains(word.group()));
        require(all, "A visible word is not shown", reply, segments);
    }

    /** Fails when another way of cutting gives something else. */
    static void same(Reply reply, List<Segment> whole, List<Segment> cut) {
        require(cut.equals(whole), "The cut matters: " + cut, reply, whole);
    }

    private static void require(boolean holds, String otherwise, Reply reply, List<Segment> segments) {
        if (!holds) {
            throw new AssertionError(otherwise + " of " + reply + " in " + segments);
        }
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
}
