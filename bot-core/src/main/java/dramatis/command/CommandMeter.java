package dramatis.command;

/**
 * Is told of every command that was asked for, for figures. Called by many threads, between a question and its answer:
 * must be quick, wait for nothing and throw nothing.
 */
public interface CommandMeter {
    /** Nobody looks. */
    CommandMeter NONE = new CommandMeter() {};

    /** What came of a call. */
    enum Outcome {
        /** It was answered, be it with a sentence that says no. */
        DONE,
        /** There is no such command. */
        UNKNOWN,
        /** The caller may not use it. */
        REFUSED,
        /** What was given for its options will not do. */
        WRONG,
        /** It broke. */
        FAILED
    }

    /** @param name one of the desk's own, or {@link CommandDesk#UNKNOWN}: never what somebody typed */
    default void ran(String name, Outcome outcome) {}
}
