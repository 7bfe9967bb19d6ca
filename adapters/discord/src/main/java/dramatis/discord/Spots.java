package dramatis.discord;

import dramatis.message.ConversationRef;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.attribute.IWebhookContainer;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/** Finds conversations on Discord: channels, threads, private chats. Safe for use by many threads; may ask Discord. */
final class Spots {
    private static final Route CHANNEL = Route.Channels.GET_CHANNEL;

    private final Link link;
    private final Calls calls;

    Spots(Link link, Calls calls) {
        this.link = link;
        this.calls = calls;
    }

    /** The ref of a channel, thread or private chat. */
    static ConversationRef ref(Channel channel) {
        return channel instanceof ThreadChannel thread
                ? new ConversationRef(
                        DiscordOptions.PLATFORM, thread.getParentChannel().getId(), thread.getId())
                : new ConversationRef(DiscordOptions.PLATFORM, channel.getId(), "");
    }

    /** The id of the channel or thread that a conversation's messages stand in. */
    static String id(ConversationRef conversation) {
        return conversation.threadId().isEmpty() ? conversation.chatId() : conversation.threadId();
    }

    /** Where a conversation is; empty where it is no more, or the bot may not see it. */
    Optional<Spot> find(ConversationRef conversation) {
        Optional<Spot> known = known(link.jda(), conversation);
        return known.isPresent() ? known : unknown(link.whole(), conversation);
    }

    private Optional<Spot> unknown(JDA jda, ConversationRef conversation) {
        return known(jda, conversation).or(() -> privately(jda, conversation.chatId()));
    }

    private static Optional<Spot> known(JDA jda, ConversationRef conversation) {
        Optional<MessageChannel> channel = channel(jda, id(conversation));
        Optional<IWebhookContainer> hooks =
                Optional.ofNullable(jda.getChannelById(IWebhookContainer.class, conversation.chatId()));
        if (channel.isPresent()
                || (hooks.isPresent() && !conversation.threadId().isEmpty())) {
            return Optional.of(new Spot(channel, hooks, conversation.threadId()));
        }
        return Optional.empty();
    }

    /** A channel as JDA knows it. */
    static Optional<MessageChannel> channel(JDA jda, String id) {
        return Optional.ofNullable(jda.getChannelById(MessageChannel.class, id));
    }

    /** JDA forgets private chats: such a one is asked for, with whom it is held, and opened again. */
    private Optional<Spot> privately(JDA jda, String id) {
        return calls.find(
                        new RestActionImpl<DataObject>(
                                jda, CHANNEL.compile(id), (response, request) -> response.getObject()),
                        ErrorResponse.UNKNOWN_CHANNEL,
                        ErrorResponse.MISSING_ACCESS)
                .map(Spots::other)
                .map(user -> open(jda, user))
                .map(channel -> new Spot(Optional.of(channel), Optional.empty(), ""));
    }

    private static String other(DataObject channel) {
        return channel.optArray("recipients")
                .filter(recipients -> !recipients.isEmpty())
                .map(recipients -> recipients.getObject(0).getString("id"))
                .orElseThrow(() -> new DiscordException("a channel's server is not available just now"));
    }

    private PrivateChannel open(JDA jda, String user) {
        return calls.get(jda.openPrivateChannelById(user));
    }
}
