package dramatis.app;

/** Ends the program with a sentence that says what is wrong and what to do. */
class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final int FAILED = 1;
    static final int USAGE = 2;

    private final int status;

    CommandFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Something did not work. */
    static CommandFailure failed(String message) {
        return new CommandFailure(FAILED, message);
    }

    /** What was asked for cannot be meant. */
    static CommandFailure usage(String message) {
        return new CommandFailure(USAGE, message);
    }

    /** The program's exit status. */
    int status() {
        return status;
    }
}
