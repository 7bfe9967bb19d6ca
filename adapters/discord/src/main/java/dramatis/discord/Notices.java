package dramatis.discord;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.UserNotice;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bot itself says in conversations: small print. Safe for use by many threads. */
final class Notices {
    private static final Logger log = LoggerFactory.getLogger(Notices.class);

    private final Link link;
    private final Spots spots;
    private final Calls calls;
    private final Posted posted;
    private final Locales locales;

    Notices(Link link, Spots spots, Calls calls, Posted posted, Locales locales) {
        this.link = link;
        this.spots = spots;
        this.calls = calls;
        this.posted = posted;
        this.locales = locales;
    }

    /** Says something; may block. */
    Optional<MessageRef> say(ConversationRef conversation, UserNotice notice) {
        return spots.find(conversation).flatMap(Spot::channel).map(channel -> {
            MessageCreateAction post = message(channel, notice, locale(channel));
            String id = Patience.retrying(() -> calls.get(post)).getId();
            posted.posted(id, Optional.empty());
            return new MessageRef(conversation, id);
        });
    }

    private Locale locale(MessageChannel channel) {
        Locale servers = channel instanceof GuildChannel guild ? Reading.locale(guild.getGuild()) : Locale.ENGLISH;
        return locales.in(channel.getId(), servers);
    }

    /** Answers a message; returns at once. */
    void reply(MessageRef ref, UserNotice notice, Locale locale) {
        link.now()
                .flatMap(jda -> Spots.channel(jda, Spots.id(ref.conversation())))
                .filter(Access::maySpeak)
                .ifPresent(channel -> send(message(channel, notice, locale)
                        .setMessageReference(ref.messageId())
                        .failOnInvalidReply(false)));
    }

    /** Says something in a channel; returns at once. */
    void post(MessageChannel channel, UserNotice notice) {
        send(message(channel, notice, locale(channel)));
    }

    private void send(MessageCreateAction post) {
        post.queue(
                sent -> posted.posted(sent.getId(), Optional.empty()),
                failure -> log.warn("a notice could not be posted: {}", failure.getMessage()));
    }

    private static MessageCreateAction message(MessageChannel channel, UserNotice notice, Locale locale) {
        String key = UUID.randomUUID().toString().substring(0, 23);
        return channel.sendMessage(Sent.message(small(Wording.text(notice, locale))))
                .setNonce(key);
    }

    /** Each line in small print. */
    static String small(String text) {
        String small =
                text.lines().map(line -> line.isBlank() ? line : "-# " + line).collect(Collectors.joining("\n"));
        return small.length() <= Pages.LIMIT ? small : small.substring(0, Pages.LIMIT - 1) + "…";
    }
}
