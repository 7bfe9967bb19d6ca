package dramatis.turn;

import dramatis.delivery.PostStore;
import dramatis.message.MessageRef;
import dramatis.platform.Receipt;
import dramatis.turn.Rows.PostRow;
import dramatis.turn.Rows.TurnRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Posts in memory: see {@link TestingStores}. */
final class TestingPostStore implements PostStore {
    private final TestingStores stores;
    private final Rows rows;

    TestingPostStore(TestingStores stores) {
        this.stores = stores;
        this.rows = stores.rows();
    }

    @Override
    public int intend(long turnId, int piece) {
        return stores.transaction(() -> {
            TurnRow turn = rows.turn(turnId);
            PostRow post = turn.posts.computeIfAbsent(piece, number -> new PostRow(turn.conversation));
            post.receipt = new Receipt.Unknown();
            return ++post.attempts;
        });
    }

    @Override
    public void receipt(long turnId, int piece, Receipt receipt) {
        stores.change(() -> {
            PostRow post = Optional.ofNullable(rows.turn(turnId).posts.get(piece))
                    .orElseThrow(() ->
                            new IllegalStateException("piece " + piece + " of turn " + turnId + " was not intended"));
            post.receipt = receipt;
            if (receipt instanceof Receipt.Sent sent) {
                post.messageIds = sent.messageIds();
            }
        });
    }

    @Override
    public Optional<Long> turn(MessageRef message) {
        return stores.transaction(() -> rows.turns.values().stream()
                .filter(turn -> turn.posts.values().stream()
                        .anyMatch(post -> post.conversation.equals(message.conversation())
                                && post.messageIds.contains(message.messageId())))
                .map(turn -> turn.id)
                .reduce((one, two) -> two));
    }

    @Override
    public List<String> standing(long turnId) {
        return stores.transaction(() -> ofSameReply(turnId)
                .flatMap(turn -> turn.posts.values().stream())
                .flatMap(post -> post.messageIds.stream())
                .distinct()
                .toList());
    }

    @Override
    public void supersede(long turnId) {
        stores.change(() -> ofSameReply(turnId)
                .filter(turn -> turn.id != turnId)
                .flatMap(turn -> turn.posts.values().stream())
                .forEach(post -> post.messageIds = List.of()));
    }

    private Stream<TurnRow> ofSameReply(long turnId) {
        long reply = rows.turn(turnId).replyId;
        return rows.turns.values().stream().filter(turn -> reply != 0 && turn.replyId == reply);
    }

    @Override
    public List<Posting> postings(long turnId) {
        return stores.transaction(() -> Stream.ofNullable(rows.turns.get(turnId))
                .flatMap(turn -> turn.posts.entrySet().stream())
                .map(entry -> new Posting(entry.getKey(), entry.getValue().attempts, entry.getValue().receipt))
                .toList());
    }
}
