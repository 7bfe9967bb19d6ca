package dramatis.address;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;

/** What holds in a channel: what was chosen for it, or what was set for all. As the store, but one call. */
public record Channels(ChannelSettingsStore store, ChannelSettings defaults) {
    public Channels {
        requireNonNull(store, "store");
        requireNonNull(defaults, "defaults");
    }

    public ChannelSettings of(ConversationRef place) {
        return store.find(place).orElse(defaults);
    }
}
