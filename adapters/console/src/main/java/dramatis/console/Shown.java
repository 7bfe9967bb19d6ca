package dramatis.console;

import static java.util.Objects.requireNonNull;

import dramatis.message.Segment;
import java.util.regex.Pattern;

/**
 * A text on its way to the console, in lines of its own.
 *
 * @param look what it is
 * @param text without control characters but line feeds and tabs: what a model or a person writes can move no cursor
 */
record Shown(Look look, String text) {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

    Shown {
        requireNonNull(look, "look");
        text = CONTROLS.matcher(text).replaceAll("");
    }

    static Shown of(Segment.Visible visible) {
        Look look = visible.kind() == Segment.Visible.Kind.ACTION ? Look.ACTION : Look.SPEECH;
        return new Shown(look, visible.text().strip());
    }
}
