package dramatis.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.persona.Portraits;
import net.dv8tion.jda.api.entities.channel.attribute.IWebhookContainer;

/** The webhooks of all channels. Safe for use by many threads. */
final class Hooks {
    private final Calls calls;
    private final Portraits portraits;
    private final Cache<String, ChannelHooks> channels =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Hooks(Calls calls, Portraits portraits) {
        this.calls = calls;
        this.portraits = portraits;
    }

    ChannelHooks in(IWebhookContainer channel) {
        return channels.get(channel.getId(), id -> new ChannelHooks(calls, portraits));
    }
}
