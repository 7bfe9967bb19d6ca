package dramatis.address;

import dramatis.message.ConversationRef;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was chosen, in memory. */
public final class TestingChannelSettingsStore implements ChannelSettingsStore {
    private final Map<ConversationRef, ChannelSettings> chosen = new ConcurrentHashMap<>();

    @Override
    public Optional<ChannelSettings> find(ConversationRef place) {
        return Optional.ofNullable(chosen.get(place)).or(() -> Optional.ofNullable(chosen.get(place.channel())));
    }

    @Override
    public boolean chosen(ConversationRef place) {
        return chosen.containsKey(place);
    }

    @Override
    public void put(ConversationRef place, ChannelSettings settings) {
        chosen.put(place, settings);
    }

    @Override
    public void clear(ConversationRef place) {
        chosen.remove(place);
    }

    @Override
    public void move(ConversationRef from, ConversationRef to) {
        Optional.ofNullable(chosen.remove(from)).ifPresent(settings -> chosen.putIfAbsent(to, settings));
    }
}
