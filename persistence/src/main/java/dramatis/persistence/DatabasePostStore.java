package dramatis.persistence;

import dramatis.delivery.PostStore;
import dramatis.message.MessageRef;
import dramatis.platform.Receipt;
import java.util.List;
import java.util.Optional;

final class DatabasePostStore implements PostStore {
    private final Transactions transactions;

    DatabasePostStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int intend(long turnId, int piece) {
        return transactions.run(sql -> {
            new Turns(sql).get(turnId);
            return new Posts(sql).intend(turnId, piece);
        });
    }

    @Override
    public void receipt(long turnId, int piece, Receipt receipt) {
        transactions.change(sql -> new Posts(sql).receipt(turnId, piece, receipt));
    }

    @Override
    public Optional<Long> turn(MessageRef message) {
        return transactions.run(sql -> new Conversations(sql)
                .find(message.conversation())
                .flatMap(conversation -> new Posts(sql).turn(conversation, message.messageId())));
    }

    @Override
    public List<String> standing(long turnId) {
        return transactions.run(sql -> new Posts(sql).standing(turnId));
    }

    @Override
    public void supersede(long turnId) {
        transactions.change(sql -> new Posts(sql).supersede(turnId));
    }

    @Override
    public List<Posting> postings(long turnId) {
        return transactions.run(sql -> new Posts(sql).of(turnId));
    }
}
