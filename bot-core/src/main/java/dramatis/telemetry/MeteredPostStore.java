package dramatis.telemetry;

import static java.util.Objects.requireNonNull;

import dramatis.delivery.PostStore;
import dramatis.message.MessageRef;
import dramatis.platform.Receipt;
import java.util.List;
import java.util.Optional;

/** A store of posts that tells of each receipt, once it is kept. */
public final class MeteredPostStore implements PostStore {
    private final PostStore store;
    private final Telemetry telemetry;

    public MeteredPostStore(PostStore store, Telemetry telemetry) {
        this.store = requireNonNull(store, "store");
        this.telemetry = requireNonNull(telemetry, "telemetry");
    }

    @Override
    public int intend(long turnId, int piece) {
        return store.intend(turnId, piece);
    }

    @Override
    public void receipt(long turnId, int piece, Receipt receipt) {
        store.receipt(turnId, piece, receipt);
        telemetry.posted(turnId, receipt);
    }

    @Override
    public List<String> standing(long turnId) {
        return store.standing(turnId);
    }

    @Override
    public void supersede(long turnId) {
        store.supersede(turnId);
    }

    @Override
    public List<Posting> postings(long turnId) {
        return store.postings(turnId);
    }

    @Override
    public Optional<Long> turn(MessageRef message) {
        return store.turn(message);
    }
}
