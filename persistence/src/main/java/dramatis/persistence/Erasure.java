package dramatis.persistence;

import java.util.ArrayList;
import java.util.List;

/** Takes rows away with all that hangs on them; called with a bounded number of keys at a time. */
record Erasure(Statements sql) {
    static final int BATCH = 2000;

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

    /** One value, not many. */
    static Object keys(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
