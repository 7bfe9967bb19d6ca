package dramatis.her;

import dramatis.message.Segment;
import dramatis.message.Segment.Hidden;
import dramatis.message.Segment.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** How an engine writes the parts of a reply. */
public enum Markup {
    /** HER's tags: {@code <role_thinking>}, {@code <role_action>}; brackets are speech. */
    HER("<role_thinking>", "</role_thinking>", "<role_action>", "</role_action>"),
    /** CoSER's {@code [thought] (action) speech}; HER's tags are still understood. */
    COSER("[", "]", "(", ")");

    static final String PLAN_OPEN = "<system_thinking>";
    static final String PLAN_CLOSE = "</system_thinking>";

    private final String thoughtOpen;
    private final String thoughtClose;
    private final String actionOpen;
    private final String actionClose;

    Markup(String thoughtOpen, String thoughtClose, String actionOpen, String actionClose) {
        this.thoughtOpen = thoughtOpen;
        this.thoughtClose = thoughtClose;
        this.actionOpen = actionOpen;
        this.actionClose = actionClose;
    }

    /**
     * A reply as the model wrote it: segments joined with their tags, nothing between them. Of a well-formed reply this
     * gives it back byte for byte; it is also the prefix from which an interrupted reply goes on.
     */
    public String write(List<? extends Segment> segments) {
        return segments.stream().map(this::write).collect(Collectors.joining());
    }

    private String write(Segment segment) {
        if (segment instanceof Hidden hidden) {
            return hidden.kind() == Hidden.Kind.PLAN
                    ? PLAN_OPEN + hidden.text() + PLAN_CLOSE
                    : thoughtOpen + hidden.text() + thoughtClose;
        }
        Visible visible = (Visible) segment;
        return visible.kind() == Visible.Kind.ACTION ? actionOpen + visible.text() + actionClose : visible.text();
    }
}
