package dramatis.console;

import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/** Gives texts their look on a terminal, with what that terminal can do. Safe for use by many threads. */
final class Painter {
    private static final int WIDTH_IF_UNKNOWN = 80;

    private final Terminal terminal;
    private final boolean plain;
    private final AttributedStyle name;
    private final AttributedStyle action;
    private final AttributedStyle notice;

    Painter(Terminal terminal, boolean colours) {
        this.terminal = terminal;
        this.plain = !can(Capability.enter_bold_mode);
        AttributedStyle bold = AttributedStyle.DEFAULT.bold();
        this.name = colours ? bold.foreground(AttributedStyle.CYAN) : bold;
        // a terminal that knows no italics may show them as inverse text
        this.action =
                can(Capability.enter_italics_mode) ? AttributedStyle.DEFAULT.italic() : AttributedStyle.DEFAULT.faint();
        this.notice = colours ? AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW) : AttributedStyle.DEFAULT;
    }

    private boolean can(Capability capability) {
        return terminal.getStringCapability(capability) != null;
    }

    /** Appends a text in lines that end in a line feed. */
    void paint(Shown shown, StringBuilder lines) {
        AttributedStyle style = style(shown.look());
        for (String line : lines(shown)) {
            lines.append(new AttributedString(line, style).toAnsi(terminal)).append('\n');
        }
    }

    private List<String> lines(Shown shown) {
        String text = plain ? undressed(shown) : shown.text();
        return switch (shown.look()) {
            case VERBATIM -> text.lines().toList();
            case ASKED -> LineBreaker.lines("> " + text, width());
            default -> LineBreaker.lines(text, width());
        };
    }

    /** What tells the looks apart where there are no styles. */
    private static String undressed(Shown shown) {
        return switch (shown.look()) {
            case NAME, SPEAKER -> shown.text() + ":";
            case ACTION -> "*" + shown.text() + "*";
            default -> shown.text();
        };
    }

    private AttributedStyle style(Look look) {
        return switch (look) {
            case NAME, SPEAKER -> name;
            case ACTION -> action;
            case HIDDEN, ASKED, ASIDE -> AttributedStyle.DEFAULT.faint();
            case NOTICE -> notice;
            case SPEECH, ANSWER, VERBATIM -> AttributedStyle.DEFAULT;
        };
    }

    /** As much of a remark as fits in one line that can be taken back. */
    String oneLine(String text) {
        String line = LineBreaker.lines(text, width() - 1).get(0);
        return new AttributedString(line, AttributedStyle.DEFAULT.faint()).toAnsi(terminal);
    }

    /** What clears from the cursor to the end of its line; empty where the terminal cannot. */
    String clearLine() {
        return Optional.ofNullable(terminal.getStringCapability(Capability.clr_eol))
                .map(clear -> "\033[K")
                .orElse("");
    }

    private int width() {
        int width = terminal.getColumns();
        return width > 0 ? width : WIDTH_IF_UNKNOWN;
    }
}
