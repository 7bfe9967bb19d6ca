package dramatis.telegram;

import dramatis.command.Attachment;
import dramatis.message.UserNotice;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Files that people send for a command. Safe for use by many threads; may block. */
final class Documents {
    private final Api api;

    Documents(Api api) {
        this.api = api;
    }

    /** The file of a message, or of the message that it answers. */
    static Optional<Document> of(Reading reading) {
        return of(reading.message()).or(() -> reading.answered().flatMap(Documents::of));
    }

    private static Optional<Document> of(Message message) {
        return Optional.ofNullable(message.getDocument());
    }

    /**
     * Fetches a file, unless it is too large.
     *
     * @throws NotUsableException where it is too large or cannot be had
     */
    Attachment fetch(Document document) {
        String name = Optional.ofNullable(document.getFileName()).orElse("file");
        if (Optional.ofNullable(document.getFileSize()).orElse(0L) > Attachment.LARGEST) {
            throw tooLarge(name);
        }
        try {
            File file = api.once(new GetFile(document.getFileId()));
            byte[] content = api.download(file.getFilePath(), Attachment.LARGEST);
            if (content.length > Attachment.LARGEST) {
                throw tooLarge(name);
            }
            return new Attachment(name, content);
        } catch (ApiFailure e) {
            if (e.is(ApiFailure.Kind.CLOSED)) {
                throw e;
            }
            throw new NotUsableException(UserNotice.of("telegram.file.failed", name));
        }
    }

    private static NotUsableException tooLarge(String name) {
        return new NotUsableException(UserNotice.of("command.file.large", name, Attachment.LARGEST >> 20));
    }
}
