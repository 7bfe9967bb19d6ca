package dramatis.platform;

import dramatis.message.UserRef;
import java.util.List;
import java.util.Optional;

/** A platform, brought to the core's terms. */
public interface ChatAdapter extends AutoCloseable {
    /** Its name: the {@code platform} of every ref it makes. */
    String platform();

    /** Begins to hand events in; returns once it runs. Called once. */
    void start(InboundHandler handler);

    Outbound outbound();

    /** How the owner is reached here, if at all. */
    default Optional<OwnerChannel> ownerChannel() {
        return Optional.empty();
    }

    /**
     * What keeps it from its platform just now, as a sentence for operators; empty where it is up. Asked by any thread;
     * must not block.
     */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** What the bot is called there, once it is connected. Asked by any thread; must not block. */
    default Optional<String> self() {
        return Optional.empty();
    }

    /** Who runs the bot there, once that is known. Asked by any thread; must not block. */
    default Optional<UserRef> owner() {
        return Optional.empty();
    }

    /** All that is missing on its platform, {@link #trouble} included, as sentences for operators; as that. */
    default List<String> problems() {
        return trouble().stream().toList();
    }

    /** Stops handing events in, and frees what it holds. */
    @Override
    void close();
}
