package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import java.util.Optional;

/**
 * A place to write in.
 *
 * @param chat its chat's id
 * @param topic a forum's topic; empty in all other chats and in a forum's General
 */
record Spot(long chat, Optional<Integer> topic) {
    Spot {
        requireNonNull(topic, "topic");
    }

    static Spot of(ConversationRef conversation) {
        Optional<Integer> topic = conversation.threadId().isEmpty()
                ? Optional.empty()
                : Optional.of(Integer.valueOf(conversation.threadId()));
        return new Spot(Long.parseLong(conversation.chatId()), topic);
    }

    static ConversationRef ref(long chat, Optional<Integer> topic) {
        return new ConversationRef(
                TelegramOptions.PLATFORM,
                Long.toString(chat),
                topic.map(String::valueOf).orElse(""));
    }

    ConversationRef ref() {
        return ref(chat, topic);
    }

    /** Private chats have their person's id; groups and channels have ids below zero. */
    static boolean isPrivate(long chat) {
        return chat > 0;
    }

    boolean isPrivate() {
        return isPrivate(chat);
    }

    String chatId() {
        return Long.toString(chat);
    }
}
