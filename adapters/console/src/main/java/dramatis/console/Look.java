package dramatis.console;

/** What a text on the console is, which decides how it looks. */
enum Look {
    /** The name above a character's reply. */
    NAME,
    /** The name above something said earlier. */
    SPEAKER,
    SPEECH,
    ACTION,
    /** A thought or a plan. */
    HIDDEN,
    /** The line that a belated reply answers. */
    ASKED,
    /** A remark of the console itself, which may be overlooked. */
    ASIDE,
    /** What a command answers. */
    ANSWER,
    /** Something that went wrong, or should be known. */
    NOTICE,
    /** Text that is shown as it is. */
    VERBATIM
}
