package dramatis.her;

import dramatis.message.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The segments of a reply that are closed, and the text of the one that is open. */
final class Draft {
    /** Names of thinking tags, which nobody says or does: a text that spells one out is not shown. */
    private static final List<String> SPELT_OUT =
            List.of("role_think", "system_think", "role_thought", "rolethink", "systemthink");

    private final List<Segment> closed = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    void append(char c) {
        open.append(c);
    }

    void append(String text) {
        open.append(text);
    }

    /** The open text, as it grows. */
    CharSequence open() {
        return open;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    boolean isBlank() {
        return Strip.start(open) == open.length();
    }

    void cutTo(int length) {
        open.setLength(length);
    }

    void dropHalfCharacter() {
        if (!open.isEmpty() && Character.isHighSurrogate(open.charAt(open.length() - 1))) {
            open.setLength(open.length() - 1);
        }
    }

    void closePlan() {
        closed.add(Segment.plan(take()));
    }

    void closeThought() {
        closed.add(Segment.thought(take()));
    }

    void closeSpeech() {
        show(Segment.speech(take()));
    }

    void closeAction() {
        show(Segment.action(take()));
    }

    String take() {
        String text = open.toString();
        open.setLength(0);
        return text;
    }

    List<Segment> takeClosed() {
        List<Segment> taken = List.copyOf(closed);
        closed.clear();
        return taken;
    }

    private void show(Segment.Visible segment) {
        String lower = segment.text().toLowerCase(Locale.ROOT);
        boolean spelt = SPELT_OUT.stream().anyMatch(lower::contains);
        closed.add(spelt ? Segment.thought(segment.text()) : segment);
    }
}
