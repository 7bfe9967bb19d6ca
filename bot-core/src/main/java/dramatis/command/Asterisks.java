package dramatis.command;

import dramatis.message.Segment;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How people write what a character does: between asterisks. */
final class Asterisks {
    private static final Pattern ASIDE = Pattern.compile("(?<![*\\w])\\*(?![*\\s])([^*\n]+)(?<!\\s)\\*(?!\\*)");

    private Asterisks() {}

    /** The text with HER's tags around what stood between asterisks. */
    static String actions(String text) {
        return ASIDE.matcher(text).replaceAll("<role_action>$1</role_action>");
    }

    /** What can be seen of a reply, as people would write it. */
    static String text(List<Segment> segments) {
        return segments.stream()
                .filter(Segment.Visible.class::isInstance)
                .map(Segment.Visible.class::cast)
                .map(visible -> visible.kind() == Segment.Visible.Kind.ACTION
                        ? "*" + visible.text().strip() + "*"
                        : visible.text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
