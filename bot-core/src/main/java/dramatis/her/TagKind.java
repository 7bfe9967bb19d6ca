package dramatis.her;

/** What a tag in a reply means. */
enum TagKind {
    /** Hidden, and names {@code system}: the plan's. */
    SYSTEM,
    /** Hidden, and only says think, thinking or thought: may close a plan. */
    BARE,
    /** Hidden: any other name with think or thought in it, or a misspelling of one. */
    THOUGHT,
    /**
     * Could be a thought: a {@code role_} or {@code system_} tag that nobody knows, or another word for thinking. It
     * hides, but does not end what a plainer tag has hidden.
     */
    VEILED,
    ACTION,
    SPEECH,
    /** A chat template's {@code <|token|>} written out: the reply ends there. */
    CONTROL,
    /** Not a tag of ours: text. */
    NONE;

    /** Whether what stands in such a block may not be seen. */
    boolean hides() {
        return compareTo(VEILED) <= 0;
    }

    /** Whether a closing tag of this kind ends a thought. */
    boolean endsThought() {
        return compareTo(THOUGHT) <= 0;
    }

    /** Whether a closing tag of this kind ends a plan. */
    boolean endsPlan() {
        return this == SYSTEM || this == BARE;
    }
}
