package dramatis.telegram;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.command.CommandCall;
import dramatis.command.CommandDesk;
import dramatis.message.InboundEvent;
import dramatis.message.MessageRef;
import dramatis.message.UserNotice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Takes away what is no character's reply, where somebody answers it with {@code /delete}: Telegram tells bots of no
 * deletion, and lets few people take a bot's messages away. Safe for use by many threads; may block.
 */
final class Deleting {
    /** What the core says where it knows no such reply. */
    private static final Set<String> NO_REPLY = Set.of("reply.unknown", "reply.none", "session.none");

    private final Sending sending;
    private final Admins admins;
    private final Inbox inbox;

    Deleting(Sending sending, Admins admins, Inbox inbox) {
        this.sending = sending;
        this.admins = admins;
        this.inbox = inbox;
    }

    /** Runs the core's {@code delete}; the message goes in any case where that has no use for it and the person may. */
    Answer run(CommandDesk desk, CommandCall call, Asker asker, Optional<Message> meant) {
        Answer answer = desk.run(call);
        return meant.isPresent() && answer.parts().stream().anyMatch(Deleting::isNoReply)
                ? delete(asker, meant.get())
                : answer;
    }

    private static boolean isNoReply(Part part) {
        return part instanceof Part.Say say && NO_REPLY.contains(say.notice().key());
    }

    private Answer delete(Asker asker, Message message) {
        if (!asker.spot().isPrivate() && !asker.caller(admins, true).rights().admin()) {
            return Answer.of(new Part.Say(UserNotice.of("telegram.delete.forbidden")));
        }
        sending.delete(asker.spot(), List.of(message.getMessageId()));
        inbox.accept(
                new InboundEvent.Deleted(new MessageRef(asker.spot().ref(), Integer.toString(message.getMessageId()))));
        return Answer.nothing();
    }
}
