package dramatis.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message that somebody wrote, as an adapter understood it.
 *
 * @param ref where it stands on the platform; the same ref is accepted once
 * @param place what the conversation belongs to, with its people's roles and characters
 * @param author who wrote it
 * @param authorName the display name; line breaks are removed and length is capped before a model reads it
 * @param authorKind person, another bot, or this bot itself
 * @param text what was written; attachments appear in it as placeholders
 * @param replyTo the message it answers
 * @param addressing how the bot is addressed by it
 * @param locale the author's language
 * @param sentAt the platform's time
 */
public record InboundMessage(
        MessageRef ref,
        Place place,
        UserRef author,
        String authorName,
        AuthorKind authorKind,
        String text,
        Optional<MessageRef> replyTo,
        Addressing addressing,
        Locale locale,
        Instant sentAt) {
    /** Who wrote a message. */
    public enum AuthorKind {
        PERSON,
        BOT,
        OWN
    }

    /** How a message addresses the bot. */
    public enum Addressing {
        /** In a private chat, or on the console: everything is for the bot. */
        DIRECT,
        /** With a command that says something to the character; nobody else may have seen it. */
        COMMAND,
        MENTION,
        REPLY,
        NONE
    }

    /** The same message under another name. */
    public InboundMessage withAuthorName(String name) {
        return new InboundMessage(ref, place, author, name, authorKind, text, replyTo, addressing, locale, sentAt);
    }

    public InboundMessage {
        requireNonNull(ref, "ref");
        requireNonNull(place, "place");
        requireNonNull(author, "author");
        requireNonNull(authorName, "authorName");
        requireNonNull(authorKind, "authorKind");
        requireNonNull(text, "text");
        requireNonNull(replyTo, "replyTo");
        requireNonNull(addressing, "addressing");
        requireNonNull(locale, "locale");
        requireNonNull(sentAt, "sentAt");
    }
}
