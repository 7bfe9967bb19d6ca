package dramatis.delivery;

import static dramatis.message.Segment.speech;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.delivery.PostStore.Posting;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.platform.Receipt;
import dramatis.session.Session;
import dramatis.turn.StoreContract;
import dramatis.turn.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PostStore} does. */
public abstract class PostStoreContract extends StoreContract {
    @Test
    void intend_firstTime_isUnknownUntilItsReceipt() {
        long turn = answered();

        assertThat(posts().intend(turn, 0)).isEqualTo(1);

        assertThat(posts().postings(turn)).containsExactly(new Posting(0, 1, new Receipt.Unknown()));
    }

    @Test
    void intend_again_countsAttemptsAndForgetsTheReceipt() {
        long turn = answered();
        posts().intend(turn, 0);
        posts().receipt(turn, 0, new Receipt.Refused("rate limit"));

        assertThat(posts().intend(turn, 0)).isEqualTo(2);
        assertThat(posts().intend(turn, 0)).isEqualTo(3);

        assertThat(posts().postings(turn)).containsExactly(new Posting(0, 3, new Receipt.Unknown()));
    }

    @Test
    void receipt_eachKind_comesBack() {
        long turn = answered();
        for (int piece : List.of(2, 0, 1, 10)) {
            posts().intend(turn, piece);
        }
        posts().receipt(turn, 0, new Receipt.Sent(List.of("b", "a", "c")));
        posts().receipt(turn, 1, new Receipt.Refused("forbidden"));
        posts().receipt(turn, 2, new Receipt.Unknown());

        assertThat(posts().postings(turn))
                .containsExactly(
                        new Posting(0, 1, new Receipt.Sent(List.of("b", "a", "c"))),
                        new Posting(1, 1, new Receipt.Refused("forbidden")),
                        new Posting(2, 1, new Receipt.Unknown()),
                        new Posting(10, 1, new Receipt.Unknown()));
    }

    @Test
    void receipt_again_replacesTheEarlier() {
        long turn = answered();
        posts().intend(turn, 0);
        posts().receipt(turn, 0, new Receipt.Sent(List.of("a", "b")));
        posts().receipt(turn, 0, new Receipt.Sent(List.of("c")));

        assertThat(posts().postings(turn)).containsExactly(new Posting(0, 1, new Receipt.Sent(List.of("c"))));
    }

    @Test
    void postings_otherTurns_areNotInIt() {
        long first = answered();
        posts().intend(first, 0);
        long second = exchange(session(), "2", speech("Two.")).id();

        assertThat(posts().postings(second)).isEmpty();
        assertThat(posts().postings(404)).isEmpty();
    }

    @Test
    void intend_unknownTurn_isIllegal() {
        assertThatThrownBy(() -> posts().intend(404, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void receipt_notIntended_isIllegal() {
        long turn = answered();
        posts().intend(turn, 0);

        assertThatThrownBy(() -> posts().receipt(turn, 1, new Receipt.Unknown()))
                .isInstanceOf(IllegalStateException.class);
    }

    private long answered() {
        return play(admit(session(), "1"), speech("Hello.")).id();
    }

    @Test
    void turn_messageOfAReply_isFound() {
        Turn turn = exchange(session(), "1", Segment.speech("Hello."));
        posts().intend(turn.id(), 0);
        posts().receipt(turn.id(), 0, new Receipt.Sent(List.of("p1", "p2")));

        assertThat(posts().turn(ref("p2"))).contains(turn.id());
        assertThat(posts().turn(ref("p3"))).isEmpty();
        assertThat(posts().turn(new MessageRef(ELSEWHERE, "p2"))).isEmpty();
    }

    @Test
    void standing_repliesOfSeveralTurns_areTheMessagesOfAllUntilOneSupersedes() {
        Session session = session();
        Turn first = exchange(session, "1", Segment.speech("Hello."));
        posted(first, 0, "p1", "p2");
        Turn more = playAgain(session, Turn.Kind.CONTINUE, Segment.speech("Good day."));
        posted(more, 0, "p2", "p3");
        Turn other = playAgain(session, Turn.Kind.RETRY, Segment.speech("No."));

        assertThat(posts().standing(other.id())).containsExactly("p1", "p2", "p3");
        posted(other, 0, "p1");
        posts().supersede(other.id());

        assertThat(posts().standing(first.id())).containsExactly("p1");
        assertThat(posts().turn(ref("p1"))).contains(other.id());
        assertThat(posts().turn(ref("p3"))).isEmpty();
        assertThat(posts().postings(first.id())).hasSize(1);
    }

    private void posted(Turn turn, int piece, String... messages) {
        posts().intend(turn.id(), piece);
        posts().receipt(turn.id(), piece, new Receipt.Sent(List.of(messages)));
    }
}
