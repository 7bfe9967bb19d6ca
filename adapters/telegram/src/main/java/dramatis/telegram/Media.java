package dramatis.telegram;

import dramatis.message.Phrases;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What stands for the parts of a message that a model cannot read. Pure. */
final class Media {
    private Media() {}

    /** A word for it, between brackets; empty where the message is text alone. */
    static Optional<String> placeholder(Message message, Phrases phrases) {
        return key(message).map(key -> phrases.text(key, detail(message)));
    }

    private static Optional<String> key(Message message) {
        // an animation comes with a document too
        if (message.hasAnimation()) {
            return Optional.of("telegram.media.animation");
        }
        if (message.hasDocument()) {
            return Optional.of("telegram.media.document");
        }
        if (message.hasPhoto()) {
            return Optional.of("telegram.media.photo");
        }
        if (message.hasSticker()) {
            return Optional.of("telegram.media.sticker");
        }
        return heardOrSeen(message).or(() -> other(message));
    }

    private static Optional<String> heardOrSeen(Message message) {
        if (message.hasVoice()) {
            return Optional.of("telegram.media.voice");
        }
        if (message.hasVideo() || message.hasVideoNote()) {
            return Optional.of("telegram.media.video");
        }
        return message.hasAudio() ? Optional.of("telegram.media.audio") : Optional.empty();
    }

    private static Optional<String> other(Message message) {
        if (message.hasPoll()) {
            return Optional.of("telegram.media.poll");
        }
        if (message.hasLocation()) {
            return Optional.of("telegram.media.location");
        }
        if (message.hasContact()) {
            return Optional.of("telegram.media.contact");
        }
        return message.hasDice() ? Optional.of("telegram.media.dice") : Optional.empty();
    }

    private static String detail(Message message) {
        Optional<String> detail = Optional.empty();
        if (message.hasDocument()) {
            detail = Optional.ofNullable(message.getDocument().getFileName());
        } else if (message.hasSticker()) {
            detail = Optional.ofNullable(message.getSticker().getEmoji());
        } else if (message.hasPoll()) {
            detail = Optional.ofNullable(message.getPoll().getQuestion());
        } else if (message.hasContact()) {
            detail = Optional.ofNullable(message.getContact().getFirstName());
        } else if (message.hasDice()) {
            detail = Optional.of(
                    message.getDice().getEmoji() + " " + message.getDice().getValue());
        }
        return detail.orElse("?");
    }
}
