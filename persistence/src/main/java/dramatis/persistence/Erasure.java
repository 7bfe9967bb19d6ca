package dramatis.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes rows away with all that hangs on them; called with at most {@link #BATCH} keys at a time. */
record Erasure(Statements sql) {
    /** H2 finds rows by an array's values in an index, and then compares each row with all of them. */
    static final int BATCH = 200;

    /** Utterances, and the turns that made them; turns that answer them stay. */
    void utterances(List<Long> ids) {
        if (!ids.isEmpty()) {
            turns(sql.keys("SELECT id FROM turn WHERE reply_id = ANY(?)", keys(ids)));
            sql.update("DELETE FROM utterance WHERE id = ANY(?)", keys(ids));
        }
    }

    /** Turns, and what they made and posted; the messages that they answer stay. */
    void turns(List<Long> ids) {
        if (!ids.isEmpty()) {
            products(ids);
            sql.update("UPDATE utterance SET turn_id = NULL WHERE turn_id = ANY(?)", keys(ids));
            sql.update("DELETE FROM turn WHERE id = ANY(?)", keys(ids));
        }
    }

    /** What turns made and posted; the bare turns stay, for those who are still at work on them. */
    void products(List<Long> ids) {
        sql.update("DELETE FROM post_message WHERE turn_id = ANY(?)", keys(ids));
        sql.update("DELETE FROM post WHERE turn_id = ANY(?)", keys(ids));
        sql.update("DELETE FROM segment WHERE turn_id = ANY(?)", keys(ids));
    }

    /** The plans and thoughts of turns, and of all swipes of the same replies. */
    void thoughts(List<Long> turns) {
        List<Long> all = new ArrayList<>(turns);
        all.addAll(sql.keys(
                "SELECT o.id FROM turn t JOIN turn o ON o.reply_id = t.reply_id WHERE t.id = ANY(?)", keys(turns)));
        sql.update("DELETE FROM segment WHERE turn_id = ANY(?) AND kind IN ('PLAN', 'THOUGHT')", keys(all));
    }

    /** Keys, in parts that are not too large. */
    static Stream<List<Long>> batches(List<Long> keys) {
        return IntStream.iterate(0, from -> from < keys.size(), from -> from + BATCH)
                .mapToObj(from -> keys.subList(from, Math.min(from + BATCH, keys.size())));
    }

    /** One value, not many. */
    static Object keys(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
