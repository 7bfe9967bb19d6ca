package dramatis.telegram;

import dramatis.message.InboundEvent;
import dramatis.message.Place;
import java.util.Optional;
import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;

/** Where the bot comes and goes; a person who blocks it sends it out of their private chat. Pure. */
final class Membership {
    private static final Set<String> PRESENT = Set.of("creator", "administrator", "member");

    private Membership() {}

    static Optional<InboundEvent> event(ChatMemberUpdated change) {
        boolean before = present(change.getOldChatMember());
        boolean after = present(change.getNewChatMember());
        if (before == after || change.getChat().isChannelChat()) {
            return Optional.empty();
        }
        Place place = new Place(
                TelegramOptions.PLATFORM, Long.toString(change.getChat().getId()));
        return Optional.of(after ? new InboundEvent.Joined(place) : new InboundEvent.Left(place));
    }

    static boolean present(ChatMember member) {
        return PRESENT.contains(member.getStatus())
                || (member instanceof ChatMemberRestricted restricted && Boolean.TRUE.equals(restricted.getIsMember()));
    }

    static boolean administers(ChatMember member) {
        return member.getStatus().equals("creator") || member.getStatus().equals("administrator");
    }
}
