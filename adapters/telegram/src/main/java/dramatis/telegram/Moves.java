package dramatis.telegram;

import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Groups that became supergroups, under a new id, in this run. Safe for use by many threads. */
final class Moves {
    private final Map<Long, Long> newIds = new ConcurrentHashMap<>();

    /** Where a conversation is now. */
    Spot spot(ConversationRef conversation) {
        Spot spot = Spot.of(conversation);
        Long moved = newIds.get(spot.chat());
        return moved == null ? spot : new Spot(moved, spot.topic());
    }

    /** A group has a new id: the event, the first time that this is told. */
    Optional<InboundEvent> moved(long from, long to) {
        return newIds.put(from, to) == null
                ? Optional.of(new InboundEvent.Moved(Spot.ref(from, Optional.empty()), Spot.ref(to, Optional.empty())))
                : Optional.empty();
    }
}
