package dramatis.discord;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import net.dv8tion.jda.api.entities.channel.attribute.IWebhookContainer;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;

/**
 * Where a conversation is on Discord.
 *
 * @param channel where messages stand; empty where it is an archived thread, which JDA does not know
 * @param hooks the guild's channel that webhooks belong to; empty in private chats
 * @param threadId the thread's id; empty outside of threads
 */
record Spot(Optional<MessageChannel> channel, Optional<IWebhookContainer> hooks, String threadId) {
    Spot {
        requireNonNull(channel, "channel");
        requireNonNull(hooks, "hooks");
        requireNonNull(threadId, "threadId");
    }
}
