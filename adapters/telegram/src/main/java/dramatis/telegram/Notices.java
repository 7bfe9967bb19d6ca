package dramatis.telegram;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Phrases;
import dramatis.message.UserNotice;
import dramatis.telegram.Sending.Where;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bot itself says in conversations, in italics. Safe for use by many threads; may block. */
final class Notices {
    private static final Logger log = LoggerFactory.getLogger(Notices.class);

    private final Moves moves;
    private final Sending sending;
    private final Locales locales;

    Notices(Moves moves, Sending sending, Locales locales) {
        this.moves = moves;
        this.sending = sending;
        this.locales = locales;
    }

    /** See {@link dramatis.platform.Outbound#notice}. */
    Optional<MessageRef> say(ConversationRef conversation, UserNotice notice) {
        Spot spot = moves.spot(conversation);
        try {
            return say(Where.at(spot), notice, locales.in(spot.chat()));
        } catch (ApiFailure e) {
            log.warn("a notice was not posted: {}", e.getMessage());
            return Optional.empty();
        }
    }

    Optional<MessageRef> say(Where where, UserNotice notice, Locale locale) {
        Optional<MessageRef> last = Optional.empty();
        for (Page page : Lines.of(Phrases.in(locale).text(notice), true)) {
            last = Optional.of(new MessageRef(where.spot().ref(), Integer.toString(sending.sendSurely(where, page))));
        }
        return last;
    }
}
