package dramatis.app.kill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import dramatis.platform.Admission;
import dramatis.platform.ChatAdapter;
import dramatis.platform.Delivery;
import dramatis.platform.InboundHandler;
import dramatis.platform.Outbound;
import dramatis.platform.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A platform that outlives its bot: a file with a line for each message that was posted. A post takes a while before and
 * after its effect, and an attempt whose outcome is unknown is looked for, as Discord's history allows.
 */
final class FilePlatform implements ChatAdapter, Outbound {
    static final String NAME = "file";

    private final Path file;
    private final Duration pause;
    private Optional<InboundHandler> handler = Optional.empty();

    FilePlatform(Path file, Duration pause) {
        this.file = file;
        this.pause = pause;
    }

    static ConversationRef place(int number) {
        return new ConversationRef(NAME, "place-" + number, "");
    }

    /** Hands a message in; true when it was taken. */
    boolean say(ConversationRef place, String messageId, String text) {
        return handler.orElseThrow()
                        .accept(new InboundEvent.Message(new InboundMessage(
                                new MessageRef(place, messageId),
                                Place.of(place),
                                new UserRef(NAME, "1"),
                                "Bo",
                                AuthorKind.PERSON,
                                text,
                                Optional.empty(),
                                Addressing.DIRECT,
                                Locale.ENGLISH,
                                Instant.now())))
                instanceof Admission.Queued;
    }

    @Override
    public String platform() {
        return NAME;
    }

    @Override
    public void start(InboundHandler inbound) {
        handler = Optional.of(inbound);
    }

    @Override
    public Outbound outbound() {
        return this;
    }

    @Override
    public Receipt post(Delivery delivery) {
        String key = delivery.turnId() + "." + delivery.piece();
        try {
            if (delivery.attempt() == 1 || !keys(file).contains(key)) {
                Thread.sleep(pause.toMillis());
                String line = key + " attempt " + delivery.attempt() + " of "
                        + ProcessHandle.current().pid() + "\n";
                Files.writeString(file, line, UTF_8, CREATE, APPEND);
                Thread.sleep(pause.toMillis());
            }
            return new Receipt.Sent(List.of(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            return new Receipt.Unknown();
        }
    }

    /** Turn and piece of every message that stands on the platform. */
    static List<String> keys(Path file) throws IOException {
        return posted(file).stream().map(line -> line.split(" ")[0]).toList();
    }

    /** The messages that stand on the platform, with the attempt and the process that each is of. */
    static List<String> posted(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Override
    public Optional<MessageRef> notice(ConversationRef conversation, UserNotice notice) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
