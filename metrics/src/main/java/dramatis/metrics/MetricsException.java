package dramatis.metrics;

/** The program cannot be watched as asked. The message is a sentence for people. */
public final class MetricsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MetricsException(String message, Throwable cause) {
        super(message, cause);
    }
}
