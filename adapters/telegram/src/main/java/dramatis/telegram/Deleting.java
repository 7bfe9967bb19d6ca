package dramatis.telegram;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.message.InboundEvent;
import dramatis.message.MessageRef;
import dramatis.message.UserNotice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Takes a message of the bot's back that somebody answers with {@code /delete}: Telegram tells bots of no deletion. Safe
 * for use by many threads; may block.
 */
final class Deleting {
    private final Commands commands;
    private final Controls controls;
    private final Sending sending;
    private final Admins admins;
    private final Inbox inbox;

    Deleting(Commands commands, Controls controls, Sending sending, Admins admins, Inbox inbox) {
        this.commands = commands;
        this.controls = controls;
        this.sending = sending;
        this.admins = admins;
        this.inbox = inbox;
    }

    /** Does it, and says what is to be said. */
    Optional<UserNotice> run(Reading reading, Me me) {
        Optional<Message> meant = reading.answered()
                .filter(message ->
                        message.getFrom() != null && message.getFrom().getId() == me.id());
        if (meant.isEmpty()) {
            return Optional.of(UserNotice.of("telegram.delete.how"));
        }
        Asker asker = Asker.of(reading);
        Optional<String> reply = reply(asker, meant.get());
        if (reply.isPresent()) {
            Answer answer = commands.answer(asker, "undo", Map.of("reply", reply.get()));
            Optional<UserNotice> said = said(answer);
            if (said.filter(notice -> notice.key().equals("reply.outdated")).isEmpty()) {
                return said;
            }
        }
        return delete(asker, meant.get());
    }

    /** The last reply, where the message is of it: the buttons below it say so even after a restart. */
    private Optional<String> reply(Asker asker, Message message) {
        return controls.replyOf(asker.spot().ref(), message.getMessageId())
                .map(String::valueOf)
                .or(() -> Optional.ofNullable(message.getReplyMarkup())
                        .flatMap(keyboard -> Keys.data(keyboard)
                                .flatMap(data -> ControlData.read(data).stream())
                                .map(ControlData::reply)
                                .findFirst()));
    }

    private static Optional<UserNotice> said(Answer answer) {
        return answer.parts().stream()
                .filter(Part.Say.class::isInstance)
                .map(part -> ((Part.Say) part).notice())
                .findFirst();
    }

    private Optional<UserNotice> delete(Asker asker, Message message) {
        if (!asker.spot().isPrivate() && !asker.caller(admins, true).rights().admin()) {
            return Optional.of(UserNotice.of("telegram.delete.forbidden"));
        }
        sending.delete(asker.spot(), List.of(message.getMessageId()));
        inbox.accept(
                new InboundEvent.Deleted(new MessageRef(asker.spot().ref(), Integer.toString(message.getMessageId()))));
        return Optional.empty();
    }
}
