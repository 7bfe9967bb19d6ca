package dramatis.telegram;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Phrases;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Makes the core's messages of Telegram's ({@code https://core.telegram.org/bots/api#message}). Asks nothing; pure.
 *
 * @param me the bot
 * @param message what was written
 * @param locale the author's language
 */
record Reading(Me me, Message message, Locale locale) {
    /** What somebody said; empty where nobody said anything. */
    Optional<InboundMessage> said() {
        String text = text();
        if (text.isBlank() || inChannel()) {
            return Optional.empty();
        }
        MessageRef ref = ref(message);
        return Optional.of(new InboundMessage(
                ref,
                Place.of(ref.conversation()),
                author(),
                authorName(),
                authorKind(),
                text,
                answered().map(other -> new MessageRef(ref.conversation(), id(other))),
                addressing(),
                locale,
                Instant.ofEpochSecond(Optional.ofNullable(message.getDate()).orElse(0))));
    }

    boolean inChannel() {
        return message.getChat().isChannelChat();
    }

    boolean inPrivate() {
        return message.getChat().isUserChat();
    }

    static MessageRef ref(Message message) {
        return new MessageRef(conversation(message), id(message));
    }

    /** Ordinary replies in supergroups carry a thread too, which is no topic. */
    static ConversationRef conversation(Message message) {
        Optional<Integer> topic = Boolean.TRUE.equals(message.getIsTopicMessage())
                ? Optional.ofNullable(message.getMessageThreadId())
                : Optional.empty();
        return Spot.ref(message.getChat().getId(), topic);
    }

    private static String id(Message message) {
        return Integer.toString(message.getMessageId());
    }

    /** Who wrote it: a chat where somebody wrote in its name, as anonymous administrators do. */
    UserRef author() {
        return new UserRef(
                TelegramOptions.PLATFORM,
                Long.toString(face().map(Chat::getId)
                        .orElseGet(() -> message.getFrom().getId())));
    }

    private Optional<Chat> face() {
        return Optional.ofNullable(message.getSenderChat());
    }

    String authorName() {
        return face().map(chat -> Optional.ofNullable(message.getAuthorSignature())
                        .or(() -> Optional.ofNullable(chat.getTitle()))
                        .orElse(""))
                .orElseGet(() -> name(message.getFrom()));
    }

    static String name(User user) {
        return Optional.ofNullable(user.getLastName())
                .map(last -> user.getFirstName() + " " + last)
                .orElse(user.getFirstName());
    }

    /** Whether it is from somebody who administers the group, and does not say who. */
    boolean anonymousAdmin() {
        return face().filter(chat -> chat.getId().equals(message.getChat().getId()))
                .isPresent();
    }

    private boolean forwardedByTelegram() {
        return Boolean.TRUE.equals(message.getIsAutomaticForward());
    }

    /** What is written in the name of a chat comes from a bot of Telegram's, and people write it. */
    private AuthorKind authorKind() {
        if (forwardedByTelegram()) {
            return AuthorKind.BOT;
        }
        if (face().isPresent()) {
            return AuthorKind.PERSON;
        }
        if (message.getFrom().getId() == me.id()) {
            return AuthorKind.OWN;
        }
        return Boolean.TRUE.equals(message.getFrom().getIsBot()) ? AuthorKind.BOT : AuthorKind.PERSON;
    }

    /** Whether a person wrote it, who may ask for something. */
    boolean byPerson() {
        return authorKind() == AuthorKind.PERSON;
    }

    private Addressing addressing() {
        if (forwardedByTelegram()) {
            return Addressing.NONE;
        }
        if (inPrivate()) {
            return Addressing.DIRECT;
        }
        if (entities().stream().anyMatch(this::mentionsBot)) {
            return Addressing.MENTION;
        }
        return answersBot() ? Addressing.REPLY : Addressing.NONE;
    }

    /** The message that this one answers; in a topic all messages answer the one that began it, and mean nothing by it. */
    Optional<Message> answered() {
        return Optional.ofNullable(message.getReplyToMessage())
                .filter(other -> other.getForumTopicCreated() == null)
                .filter(other -> other.getMessageId() != null);
    }

    private boolean answersBot() {
        return answered()
                .map(Message::getFrom)
                .filter(from -> from.getId() == me.id())
                .isPresent();
    }

    /** The text or caption as it was written. */
    String written() {
        return Optional.ofNullable(message.getText())
                .or(() -> Optional.ofNullable(message.getCaption()))
                .orElse("");
    }

    List<MessageEntity> entities() {
        return Optional.ofNullable(message.getText() == null ? message.getCaptionEntities() : message.getEntities())
                .orElse(List.of());
    }

    private boolean mentionsBot(MessageEntity entity) {
        if (entity.getType().equals("text_mention")) {
            return entity.getUser() != null && entity.getUser().getId() == me.id();
        }
        return entity.getType().equals("mention")
                && part(entity).length() > 1
                && me.called(part(entity).substring(1));
    }

    String part(MessageEntity entity) {
        String written = written();
        int from = Math.min(written.length(), entity.getOffset());
        return written.substring(from, Math.min(written.length(), from + entity.getLength()));
    }

    /** What was said, without the mention of the bot, and with a placeholder for what cannot be read. */
    String text() {
        String said = withoutMention();
        return Media.placeholder(message, Phrases.in(locale))
                .map(media -> said.isEmpty() ? media : media + " " + said)
                .orElse(said);
    }

    private String withoutMention() {
        StringBuilder said = new StringBuilder(written());
        List<MessageEntity> mentions = entities().stream()
                .filter(this::mentionsBot)
                .sorted((one, other) -> other.getOffset() - one.getOffset())
                .toList();
        for (MessageEntity mention : mentions) {
            cut(said, mention);
        }
        return said.toString().strip();
    }

    /** With the comma or colon that follows where it is spoken to first, and one of the blanks around it elsewhere. */
    private static void cut(StringBuilder said, MessageEntity mention) {
        int from = mention.getOffset();
        int to = Math.min(said.length(), from + mention.getLength());
        boolean first = said.substring(0, from).isBlank();
        while (first && to < said.length() && ",:，： ".indexOf(said.charAt(to)) >= 0) {
            to++;
        }
        if (!first && said.charAt(from - 1) == ' ' && (to == said.length() || " ,.!?".indexOf(said.charAt(to)) >= 0)) {
            from--;
        }
        said.delete(from, to);
    }
}
