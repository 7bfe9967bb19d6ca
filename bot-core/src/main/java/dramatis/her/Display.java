package dramatis.her;

import dramatis.message.Segment;
import dramatis.message.Segment.Visible;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people see of what a character did and said. Pure functions, for any thread. */
public final class Display {
    private Display() {}

    /**
     * A visible segment as it is shown: trimmed, and without the character's own {@code Name:} at the beginning of its
     * spoken lines. Empty when nothing remains.
     */
    public static Optional<Visible> of(Visible segment, String ownName) {
        return of(segment, Names.known(Set.of(ownName)));
    }

    private static Optional<Visible> of(Visible segment, Names.Known own) {
        String shown = Strip.spaces(withoutName(segment, own));
        return shown.isEmpty() ? Optional.empty() : Optional.of(new Visible(segment.kind(), shown));
    }

    /** What is shown of a whole reply, in order. */
    public static List<Visible> of(List<? extends Segment> segments, String ownName) {
        Names.Known own = Names.known(Set.of(ownName));
        return segments.stream()
                .filter(Visible.class::isInstance)
                .flatMap(s -> of((Visible) s, own).stream())
                .toList();
    }

    /**
     * What is shown of a whole reply as one text: its pieces joined by a space, or by a line break where the model broke
     * the line.
     */
    public static String text(List<? extends Segment> segments, String ownName) {
        Names.Known own = Names.known(Set.of(ownName));
        StringBuilder text = new StringBuilder();
        StringBuilder gap = new StringBuilder();
        for (Segment segment : segments) {
            if (segment instanceof Visible visible) {
                String written = visible.text();
                int first = Strip.start(written);
                gap.append(written, 0, first);
                of(visible, own).ifPresent(shown -> {
                    text.append(text.isEmpty() ? "" : joint(gap)).append(shown.text());
                    gap.setLength(0);
                });
                gap.append(written, Math.max(first, Strip.end(written)), written.length());
            }
        }
        return text.toString();
    }

    private static String joint(CharSequence gap) {
        long breaks = gap.chars().filter(c -> c == '\n').count();
        return breaks == 0 ? " " : breaks == 1 ? "\n" : "\n\n";
    }

    /** A segment's text with its white space, and without the own name before spoken lines. */
    static String withoutName(Visible segment, Names.Known own) {
        return segment.kind() == Visible.Kind.SPEECH ? withoutName(segment.text(), own) : segment.text();
    }

    private static String withoutName(String text, Names.Known own) {
        StringBuilder kept = new StringBuilder(text.length());
        LineHead line = new LineHead(own);
        for (int i = 0; i < text.length(); i++) {
            kept.append(text.charAt(i));
            if (line.completes(kept)) {
                boolean emphasis = Names.isEmphasis(kept.charAt(line.nameStart()));
                kept.setLength(line.nameStart());
                i = afterName(text, i + 1, emphasis) - 1;
                line.restart(kept.length());
            }
        }
        return kept.toString();
    }

    /** Skips the emphasis that closes after the colon, and the spaces before the words. */
    private static int afterName(String text, int from, boolean emphasis) {
        int at = from;
        while (emphasis && at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '_')) {
            at++;
        }
        while (at < text.length() && Names.isSpace(text.charAt(at)) && !Names.isLineBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
