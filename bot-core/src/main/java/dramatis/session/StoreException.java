package dramatis.session;

import org.jspecify.annotations.Nullable;

/** A store could not do what was asked. The message is for operators, and holds no text of any chat. */
public class StoreException extends RuntimeException {
    public StoreException(String message) {
        this(message, null);
    }

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
