package dramatis.her;

import dramatis.message.Segment;
import java.util.List;

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

    private final boolean brackets;
    private final TagScanner scanner = new TagScanner(this);
    private final LineHead others;
    private final LineHead own;
    private final Draft draft = new Draft();

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
        return draft.open().toString();
    }

    List<Segment> takeClosed() {
        return draft.takeClosed();
    }

    void end() {
        ended = true;
    }

    void finish() {
        if (state == State.UNKNOWN) {
            readAgain();
        }
        cutOff(scanner.takePending());
        draft.dropHalfCharacter();
        switch (state) {
            case UNKNOWN, SPEECH, ACTION -> flush();
            case PLAN -> draft.closePlan();
            case THOUGHT, BRACKET -> draft.closeThought();
        }
    }

    /** There was no plan: what was held is read as a reply without one. */
    private void readAgain() {
        String pending = scanner.takePending();
        String held = draft.take() + pending;
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
        draft.append(c);
        if (!isVisible()) {
            return;
        }
        if (others.completes(draft.open())) {
            draft.cutTo(others.nameStart());
            ended = true;
        } else if (own.completes(draft.open())) {
            others.restart(draft.open().length());
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
            case BRACKET -> draft.append(tag.raw());
            case ACTION, SPEECH -> inVisible(tag);
        }
    }

    /** Only a plan's tag tells; whatever came before it was the plan, or white space. */
    private void inUnknown(Tag tag) {
        boolean tells = tag.closing() || tag.kind() == TagKind.SYSTEM || !TagNames.isNoun(tag.raw());
        if (!tag.kind().endsPlan() || !tells) {
            draft.append(tag.raw());
            return;
        }
        if (!tag.closing() && draft.isBlank()) {
            flush();
        } else {
            draft.closePlan();
        }
        become(tag.closing() && !tag.broken() ? State.SPEECH : State.PLAN);
    }

    private void inPlan(Tag tag) {
        if (tag.closing() && !tag.broken() && tag.kind().endsPlan()) {
            draft.closePlan();
            become(outer);
        } else {
            draft.append(tag.raw());
        }
    }

    private void inThought(Tag tag) {
        boolean counts = veiled ? tag.kind().hides() : tag.kind().endsThought();
        if (counts && !tag.closing()) {
            depth++;
        } else if (counts && !tag.broken() && --depth == 0) {
            draft.closeThought();
            become(outer);
            return;
        }
        draft.append(tag.raw());
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
        begun = false;
        if (draft.isEmpty()) {
            return;
        }
        if (kind == TagKind.SYSTEM) {
            draft.closePlan();
        } else {
            draft.closeThought();
        }
    }

    private void closeAction() {
        if (begun || !draft.isEmpty()) {
            draft.closeAction();
        }
        begun = false;
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
            draft.closeThought();
            become(outer);
        } else {
            draft.append(c);
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
        begun = false;
        if (draft.isEmpty()) {
            return;
        }
        if (state == State.ACTION) {
            draft.closeAction();
        } else {
            draft.closeSpeech();
        }
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
}
