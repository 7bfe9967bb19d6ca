package dramatis.her;

import dramatis.message.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The states of {@link HerParser}, fed character by character; the rules are in its Javadoc. */
final class ReplyMachine implements TagScanner.Sink {
    private enum State {
        /** Nobody knows yet whether the reply begins with a plan. */
        UNKNOWN,
        PLAN,
        THOUGHT,
        /** A thought in CoSER's square brackets. */
        BRACKET,
        ACTION,
        SPEECH
    }

    /** Names of thinking tags that no one says or does: with them, a text is no longer visible. */
    private static final List<String> SPELT_OUT =
            List.of("role_think", "system_think", "role_thought", "rolethink", "systemthink");

    private final boolean brackets;
    private final TagScanner scanner = new TagScanner(this);
    private final LineHead others;
    private final LineHead own;
    private final List<Segment> closed = new ArrayList<>();
    /** The text of the segment that is open. */
    private final StringBuilder open = new StringBuilder();

    private State state;
    /** Where a hidden block returns to. */
    private State outer = State.SPEECH;
    /** Hidden blocks that are open inside each other, or square brackets. */
    private int depth;
    /** Whether the open thought began with a tag that only could be one. */
    private boolean veiled;
    /** Round brackets that are open in an action that began with one; 0 in one that began with a tag. */
    private int rounds;
    /** Whether the open action has just begun with a tag: it is a segment even when empty. */
    private boolean begun;

    private boolean ended;

    ReplyMachine(HerParser.Options options) {
        brackets = options.markup() == Markup.COSER;
        own = new LineHead(Names.known(List.of(options.name())));
        others = new LineHead(Names.known(options.others()).less(options.name()));
        state = switch (options.start()) {
            case IN_PLAN -> State.PLAN;
            case OPEN -> State.UNKNOWN;
            case AFTER_PLAN -> State.SPEECH;
        };
    }

    void accept(char c) {
        scanner.accept(c);
    }

    boolean ended() {
        return ended;
    }

    boolean inPlan() {
        return state == State.PLAN;
    }

    String openText() {
        return open.toString();
    }

    List<Segment> takeClosed() {
        List<Segment> taken = List.copyOf(closed);
        closed.clear();
        return taken;
    }

    void end() {
        ended = true;
    }

    void finish() {
        if (state == State.UNKNOWN) {
            readAgain();
        }
        cutOff(scanner.takePending());
        dropHalfCharacter();
        switch (state) {
            case UNKNOWN, SPEECH, ACTION -> flush();
            case PLAN -> closed.add(Segment.plan(take()));
            case THOUGHT, BRACKET -> closed.add(Segment.thought(take()));
        }
    }

    /** There was no plan: what was held is read as a reply without one. */
    private void readAgain() {
        String pending = scanner.takePending();
        String held = take() + pending;
        boolean over = ended;
        become(State.SPEECH);
        ended = false;
        for (int i = 0; i < held.length() && !ended; i++) {
            scanner.accept(held.charAt(i));
        }
        ended |= over;
    }

    private void cutOff(String pending) {
        if (pending.isEmpty()) {
            return;
        }
        String inside = pending.substring(1);
        if (isVisible() && TagNames.mayBeCutOff(inside)) {
            if (TagNames.closing(inside) && TagNames.isCutHidden(inside)) {
                claim(TagKind.THOUGHT);
            }
        } else {
            pending.chars().forEach(c -> text((char) c));
        }
    }

    private void dropHalfCharacter() {
        if (!open.isEmpty() && Character.isHighSurrogate(open.charAt(open.length() - 1))) {
            open.setLength(open.length() - 1);
        }
    }

    @Override
    public void text(char c) {
        if (ended) {
            return;
        }
        if (state == State.BRACKET || (brackets && isVisible())) {
            bracket(c);
        } else {
            append(c);
        }
    }

    private void append(char c) {
        open.append(c);
        if (!isVisible()) {
            return;
        }
        if (others.completes(open)) {
            open.setLength(others.nameStart());
            ended = true;
        } else if (own.completes(open)) {
            others.restart(open.length());
        }
    }

    @Override
    public void tag(Tag tag) {
        if (ended) {
            return;
        }
        if (tag.kind() == TagKind.CONTROL) {
            ended = true;
            return;
        }
        switch (state) {
            case UNKNOWN -> inUnknown(tag);
            case PLAN -> inPlan(tag);
            case THOUGHT -> inThought(tag);
            case BRACKET -> open.append(tag.raw());
            case ACTION, SPEECH -> inVisible(tag);
        }
    }

    /** Only a plan's tag tells; whatever came before it was the plan, or white space. */
    private void inUnknown(Tag tag) {
        boolean tells = tag.closing() || tag.kind() == TagKind.SYSTEM || !TagNames.isNoun(tag.raw());
        if (!tag.kind().endsPlan() || !tells) {
            open.append(tag.raw());
            return;
        }
        if (tag.closing()) {
            closed.add(Segment.plan(take()));
        } else if (Strip.start(open) == open.length()) {
            flush();
        } else {
            closed.add(Segment.plan(take()));
        }
        become(tag.closing() && !tag.broken() ? State.SPEECH : State.PLAN);
    }

    private void inPlan(Tag tag) {
        if (tag.closing() && !tag.broken() && tag.kind().endsPlan()) {
            closed.add(Segment.plan(take()));
            become(outer);
        } else {
            open.append(tag.raw());
        }
    }

    private void inThought(Tag tag) {
        boolean counts = veiled ? tag.kind().hides() : tag.kind().endsThought();
        if (counts && !tag.closing()) {
            depth++;
        } else if (counts && !tag.broken() && --depth == 0) {
            closed.add(Segment.thought(take()));
            become(outer);
            return;
        }
        open.append(tag.raw());
    }

    private void inVisible(Tag tag) {
        if (tag.kind().hides()) {
            hidden(tag);
        } else if (tag.kind() == TagKind.SPEECH) {
            flush();
            become(State.SPEECH);
        } else if (tag.closing()) {
            closeAction();
        } else {
            flush();
            become(State.ACTION);
            begun = true;
        }
    }

    private void hidden(Tag tag) {
        if (tag.closing()) {
            claim(tag.kind());
        } else {
            flush();
        }
        if (!tag.closing() || tag.broken()) {
            outer = tag.closing() ? State.SPEECH : state;
            depth = 1;
            veiled = tag.kind() == TagKind.VEILED;
            become(tag.kind() == TagKind.SYSTEM ? State.PLAN : State.THOUGHT);
        } else {
            become(State.SPEECH);
        }
    }

    /** A closing tag without an opening: what is open was never to be seen. */
    private void claim(TagKind kind) {
        if (!open.isEmpty()) {
            closed.add(kind == TagKind.SYSTEM ? Segment.plan(take()) : Segment.thought(take()));
        }
        begun = false;
    }

    private void closeAction() {
        if (begun || !open.isEmpty()) {
            release(Segment.action(take()));
        }
        become(State.SPEECH);
    }

    private void bracket(char c) {
        if (state == State.BRACKET) {
            inBracket(c);
        } else if (c == '[') {
            flush();
            outer = state;
            depth = 1;
            become(State.BRACKET);
        } else if (c == ']') {
            claim(TagKind.THOUGHT);
            become(State.SPEECH);
        } else {
            round(c);
        }
    }

    private void inBracket(char c) {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        if (depth == 0) {
            closed.add(Segment.thought(take()));
            become(outer);
        } else {
            open.append(c);
        }
    }

    private void round(char c) {
        boolean action = state == State.ACTION;
        if (c == '(' && !action) {
            flush();
            become(State.ACTION);
            begun = true;
            rounds = 1;
        } else if (c == ')' && action && rounds == 1) {
            closeAction();
        } else {
            rounds += !action || rounds == 0 ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            append(c);
        }
    }

    /** Releases what is open and visible, unless there is nothing. */
    private void flush() {
        if (!open.isEmpty()) {
            String text = take();
            release(state == State.ACTION ? Segment.action(text) : Segment.speech(text));
        }
        begun = false;
    }

    private void release(Segment.Visible segment) {
        closed.add(spellsOutATag(segment.text()) ? Segment.thought(segment.text()) : segment);
        begun = false;
    }

    private static boolean spellsOutATag(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SPELT_OUT.stream().anyMatch(lower::contains);
    }

    private void become(State next) {
        if (next == State.SPEECH) {
            rounds = 0;
        }
        state = next;
        own.restart(0);
        others.restart(0);
    }

    private boolean isVisible() {
        return state == State.SPEECH || state == State.ACTION;
    }

    private String take() {
        String text = open.toString();
        open.setLength(0);
        return text;
    }
}
