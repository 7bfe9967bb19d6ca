package dramatis.telegram;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dramatis.message.MessageRef;
import java.util.List;

/** Takes messages away, where that can be done. Safe for use by many threads; may block. */
final class Erasing {
    private final Moves moves;
    private final Sending sending;

    Erasing(Moves moves, Sending sending) {
        this.moves = moves;
        this.sending = sending;
    }

    void erase(List<MessageRef> messages) {
        messages.stream()
                .filter(message -> Speaking.numbered(message).isPresent())
                .collect(groupingBy(message -> moves.spot(message.conversation()), mapping(Speaking::id, toList())))
                .forEach(sending::delete);
    }
}
