package dramatis.telegram;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.platform.OwnerChannel;
import dramatis.platform.Whisper;
import dramatis.telegram.Sending.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMemberCount;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;

/**
 * Brings thoughts to the owner: to their private chat, or to a group with nobody else in it, which is looked at before each
 * message. Where that is not sure, nothing is sent; what keeps them is said once. Safe for use by many threads.
 */
final class Whispers implements OwnerChannel {
    private static final Logger log = LoggerFactory.getLogger(Whispers.class);
    private static final int TWO = 2;

    private final Api api;
    private final Sending sending;
    private final Owner owner;
    /** What keeps thoughts from their place, by the place's id; empty for the owner's private chat. */
    private final Map<String, String> problems = new ConcurrentHashMap<>();

    Whispers(Api api, Sending sending, Owner owner) {
        this.api = api;
        this.sending = sending;
        this.owner = owner;
    }

    List<String> problems() {
        return List.copyOf(problems.values());
    }

    @Override
    public void whisper(Whisper whisper) {
        String place = whisper.channelId().orElse("");
        try {
            for (Page page : pages(whisper)) {
                Optional<String> problem = send(place, page);
                if (problem.isPresent()) {
                    problem(place, problem.get());
                    return;
                }
            }
            problems.remove(place);
        } catch (ApiFailure e) {
            problem(place, "Thoughts do not reach their chat: " + e.getMessage() + ".");
        }
    }

    private void problem(String place, String problem) {
        if (!problem.equals(problems.put(place, problem))) {
            log.warn("{}", problem);
        }
    }

    /** Sends a page if only the owner reads it there; else says why not. */
    private Optional<String> send(String place, Page page) {
        Optional<String> user = owner.id();
        if (user.isEmpty()) {
            return Optional.of(
                    "Thoughts go nowhere: the bot has no owner on Telegram yet. Send it /pair and the code that"
                            + " the program printed, or set TELEGRAM_OWNER_ID.");
        }
        String chat = place.isEmpty() ? user.get() : place;
        Optional<String> open = chat.equals(user.get()) ? Optional.empty() : open(chat, Long.parseLong(user.get()));
        if (open.isPresent()) {
            return open;
        }
        try {
            sending.sendSurely(Where.at(new Spot(Long.parseLong(chat), Optional.empty())), page);
            return Optional.empty();
        } catch (ApiFailure e) {
            if (e.is(ApiFailure.Kind.REFUSED) && chat.equals(user.get())) {
                return Optional.of("Thoughts go nowhere: the owner must send the bot /start once on Telegram.");
            }
            throw e;
        }
    }

    /** Why others may read a chat; empty where they cannot. */
    private Optional<String> open(String chat, long user) {
        if (!chat.matches("-[0-9]{1,18}")) {
            return Optional.of("Thoughts go nowhere: " + chat + " is neither the owner's private chat nor a group.");
        }
        ChatFullInfo info = api.repeatedly(Long.parseLong(chat), new GetChat(chat));
        boolean closed = !info.isChannelChat()
                && info.getUserName() == null
                && (info.getActiveUsernames() == null
                        || info.getActiveUsernames().isEmpty())
                && info.getLinkedChatId() == null
                && api.repeatedly(Long.parseLong(chat), new GetChatMemberCount(chat)) == TWO
                && Membership.present(api.repeatedly(Long.parseLong(chat), new GetChatMember(chat, user)));
        return closed
                ? Optional.empty()
                : Optional.of("Thoughts go nowhere: others than the owner can read the chat " + chat
                        + ". Leave nobody but the owner and the bot in it, and make it private.");
    }

    private static List<Page> pages(Whisper whisper) {
        List<Segment.Visible> lines = new ArrayList<>();
        for (Segment.Hidden hidden : whisper.hidden()) {
            if (hidden.kind() == Segment.Hidden.Kind.THOUGHT && !hidden.text().isBlank()) {
                lines.add(Segment.action(hidden.text()));
            }
        }
        return Pages.of(lines, whisper.name(), whisper.about().flatMap(Whispers::link), Pages.LIMIT);
    }

    /** Where Telegram shows a message; only supergroups have such addresses. */
    private static Optional<String> link(MessageRef about) {
        ConversationRef conversation = about.conversation();
        String supergroup = "-100";
        return conversation.chatId().startsWith(supergroup)
                        && conversation.chatId().length() > 10
                ? Optional.of("https://t.me/c/" + conversation.chatId().substring(supergroup.length()) + "/"
                        + about.messageId())
                : Optional.empty();
    }
}
