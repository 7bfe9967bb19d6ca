package dramatis.delivery;

import static java.util.Objects.requireNonNull;

import dramatis.delivery.Thoughts.Mode;
import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.platform.ChatAdapter;
import dramatis.platform.OwnerChannel;
import dramatis.platform.Whisper;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Brings thoughts to the bot's owner, where the owner wants them. Called on the conversation's lane. */
final class Secretary {
    private final ThoughtsRoute route;
    /** Whose thoughts a turn's are. */
    private final Map<Long, Whisper> thinkers = new ConcurrentHashMap<>();

    Secretary(ThoughtsRoute route) {
        this.route = requireNonNull(route, "route");
    }

    /** Gives them on at once where they are read as they come, else keeps them until the turn is over. */
    void take(ChatAdapter adapter, Whisper whisper, Show show) {
        Optional<OwnerChannel> channel = adapter.ownerChannel();
        if (channel.isEmpty()) {
            return;
        }
        if (channel.get().live()) {
            channel.get().whisper(whisper);
        } else {
            thinkers.putIfAbsent(whisper.turnId(), whisper);
            show.think(whisper.hidden());
        }
    }

    /** A turn is over. */
    void tell(ChatAdapter adapter, ConversationRef conversation, long turnId, Show show) {
        Whisper first = thinkers.remove(turnId);
        if (first == null || show.thoughts().isEmpty()) {
            return;
        }
        Thoughts to = route.of(conversation.platform());
        if (to.mode() != Mode.OFF) {
            Optional<MessageRef> about =
                    show.messageIds().stream().findFirst().map(id -> new MessageRef(conversation, id));
            adapter.ownerChannel()
                    .ifPresent(channel -> channel.whisper(new Whisper(
                            conversation,
                            first.personaId(),
                            first.name(),
                            turnId,
                            about,
                            to.channelId(),
                            show.thoughts())));
        }
    }
}
