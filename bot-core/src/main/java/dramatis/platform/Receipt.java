package dramatis.platform;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of a post. */
public sealed interface Receipt {
    /** It stands on the platform, as these messages. */
    record Sent(List<String> messageIds) implements Receipt {
        public Sent {
            messageIds = List.copyOf(messageIds);
        }
    }

    /**
     * The platform will not take it, now or later.
     *
     * @param why for operators; no text of any chat
     */
    record Refused(String why) implements Receipt {
        public Refused {
            requireNonNull(why, "why");
        }
    }

    /** Nobody knows: the answer was lost. It must not be posted again blindly. */
    record Unknown() implements Receipt {}
}
