package dramatis.telegram;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessages;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/**
 * Messages that the bot sends, changes and takes away. Follows a group to its new id. All methods throw
 * {@link ApiFailure}. Safe for use by many threads; may block for as long as Telegram's limits ask for.
 */
final class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int MOST_DELETED = 100;
    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final Api api;
    private final Following following;

    /** Told of a group's new id, so that the rest of the bot learns it. */
    interface Following {
        void moved(long from, long to);
    }

    Sending(Api api, Following following) {
        this.api = api;
        this.following = following;
    }

    /** Where something goes, and how. */
    record Where(Spot spot, Optional<Integer> replyTo, Optional<ReplyKeyboard> keyboard) {
        static Where at(Spot spot) {
            return new Where(spot, Optional.empty(), Optional.empty());
        }

        Where answering(Optional<Integer> message) {
            return new Where(spot, message, keyboard);
        }

        Where with(ReplyKeyboard buttons) {
            return new Where(spot, replyTo, Optional.of(buttons));
        }
    }

    /** Sends a message, once; gives its id. */
    int send(Where where, Page page) {
        return followed(where.spot(), spot -> api.patiently(spot.chat(), message(spot, where, page)))
                .getMessageId();
    }

    /** Sends a message that may stand twice, but not be lost: again where the answer was lost. Gives the last one's id. */
    int sendSurely(Where where, Page page) {
        return followed(where.spot(), spot -> api.repeatedly(spot.chat(), message(spot, where, page)))
                .getMessageId();
    }

    /** Does it where the group is now. */
    <T> T followed(Spot spot, Function<Spot, T> doing) {
        try {
            return doing.apply(spot);
        } catch (ApiFailure e) {
            if (!e.is(ApiFailure.Kind.MOVED)) {
                throw e;
            }
            following.moved(spot.chat(), e.number());
            return doing.apply(new Spot(e.number(), spot.topic()));
        }
    }

    private static SendMessage message(Spot spot, Where where, Page page) {
        SendMessage message = SendMessage.builder()
                .chatId(spot.chatId())
                .text(page.text())
                .entities(page.entities())
                .linkPreviewOptions(NO_PREVIEW)
                .build();
        spot.topic().ifPresent(message::setMessageThreadId);
        where.keyboard().ifPresent(message::setReplyMarkup);
        where.replyTo().ifPresent(id -> message.setReplyParameters(reply(id)));
        return message;
    }

    static ReplyParameters reply(int messageId) {
        return ReplyParameters.builder()
                .messageId(messageId)
                .allowSendingWithoutReply(true)
                .build();
    }

    /** Changes what a message says, and takes its buttons away; false where it is gone. */
    boolean edit(Spot spot, int messageId, Page page) {
        EditMessageText edit = EditMessageText.builder()
                .chatId(spot.chatId())
                .messageId(messageId)
                .text(page.text())
                .entities(page.entities())
                .linkPreviewOptions(NO_PREVIEW)
                .build();
        return changed(() -> api.repeatedly(spot.chat(), edit));
    }

    /** Changes a message's buttons; false where it is gone. Asks once, and waits for no limit. */
    boolean buttons(Spot spot, int messageId, Optional<InlineKeyboardMarkup> keyboard) {
        EditMessageReplyMarkup edit = EditMessageReplyMarkup.builder()
                .chatId(spot.chatId())
                .messageId(messageId)
                .build();
        keyboard.ifPresent(edit::setReplyMarkup);
        return changed(() -> api.once(edit));
    }

    private static boolean changed(Runnable edit) {
        try {
            edit.run();
            return true;
        } catch (ApiFailure e) {
            if (e.says("message is not modified")) {
                return true;
            }
            if (e.says("message to edit not found")
                    || e.says("message can't be edited")
                    || e.says("MESSAGE_ID_INVALID")) {
                return false;
            }
            throw e;
        }
    }

    /** Takes messages away, those that can be. */
    void delete(Spot spot, List<Integer> messageIds) {
        for (int from = 0; from < messageIds.size(); from += MOST_DELETED) {
            List<Integer> some = messageIds.subList(from, Math.min(messageIds.size(), from + MOST_DELETED));
            try {
                api.repeatedly(spot.chat(), new DeleteMessages(spot.chatId(), some));
            } catch (ApiFailure e) {
                // one that may not be taken away keeps the others
                some.forEach(id -> deleteOne(spot, id));
            }
        }
    }

    private void deleteOne(Spot spot, int messageId) {
        try {
            api.repeatedly(spot.chat(), new DeleteMessage(spot.chatId(), messageId));
        } catch (ApiFailure e) {
            log.debug("a message cannot be taken away: {}", e.getMessage());
        }
    }
}
