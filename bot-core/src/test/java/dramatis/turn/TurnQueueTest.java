package dramatis.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.ConversationRef;
import dramatis.turn.TurnQueue.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TurnQueueTest {
    private static final ConversationRef A = new ConversationRef("testing", "a", "");
    private static final ConversationRef B = new ConversationRef("testing", "b", "");

    private final TurnQueue queue = new TurnQueue();

    @Test
    void take_twoTurnsOfOneConversation_secondOnlyWhenFirstIsDone() throws InterruptedException {
        queue.offer(A, 1);
        queue.offer(A, 2);
        queue.offer(B, 3);

        assertThat(queue.take().turnId()).isEqualTo(1);
        assertThat(queue.take().turnId()).isEqualTo(3);
        queue.done(A);
        assertThat(queue.take().turnId()).isEqualTo(2);
    }

    @Test
    void done_conversationWithMore_goesToTheEndOfTheLine() throws InterruptedException {
        queue.offer(A, 1);
        assertThat(queue.take()).isEqualTo(new Ticket(A, 1));
        queue.offer(A, 2);
        queue.offer(B, 3);

        queue.done(A);

        assertThat(queue.take().turnId()).isEqualTo(3);
        assertThat(queue.take().turnId()).isEqualTo(2);
    }

    @Test
    void place_tellsHowManyAreBefore() throws InterruptedException {
        assertThat(queue.offer(A, 1)).isZero();
        assertThat(queue.offer(B, 2)).isEqualTo(1);
        queue.take();
        assertThat(queue.place(B, 2)).hasValue(0);
        assertThat(queue.offer(A, 3))
                .as("behind B and its own conversation's turn")
                .isEqualTo(2);
        assertThat(queue.place(A, 1)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void remove_onlyTurn_conversationLeavesTheLine() throws InterruptedException {
        queue.offer(A, 1);
        queue.offer(B, 2);

        assertThat(queue.remove(A, 1)).isTrue();
        assertThat(queue.remove(A, 1)).isFalse();

        assertThat(queue.take().turnId()).isEqualTo(2);
        assertThat(queue.size()).isZero();
    }

    @Test
    void take_manyThreads_eachTurnOnceInOrderAndOnePerConversationAtATime() throws InterruptedException {
        int turns = 4000;
        Map<ConversationRef, List<Long>> taken = new HashMap<>();
        Map<ConversationRef, Integer> out = new HashMap<>();
        List<String> clashes = new ArrayList<>();
        List<Thread> seats = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread seat = new Thread(() -> {
                try {
                    while (true) {
                        Ticket ticket = queue.take();
                        synchronized (taken) {
                            if (out.merge(ticket.conversation(), 1, Integer::sum) > 1) {
                                clashes.add(ticket.toString());
                            }
                            taken.computeIfAbsent(ticket.conversation(), c -> new ArrayList<>())
                                    .add(ticket.turnId());
                        }
                        synchronized (taken) {
                            out.merge(ticket.conversation(), -1, Integer::sum);
                        }
                        queue.done(ticket.conversation());
                    }
                } catch (InterruptedException e) {
                    // the test is over
                }
            });
            seat.start();
            seats.add(seat);
        }
        Random random = new Random(7);
        for (long turn = 1; turn <= turns; turn++) {
            queue.offer(new ConversationRef("testing", "c" + random.nextInt(9), ""), turn);
        }
        while (true) {
            synchronized (taken) {
                if (taken.values().stream().mapToInt(List::size).sum() == turns) {
                    break;
                }
            }
            Thread.sleep(5);
        }
        for (Thread seat : seats) {
            seat.interrupt();
            seat.join();
        }

        assertThat(clashes).isEmpty();
        assertThat(taken.values()).allSatisfy(ids -> assertThat(ids).isSorted());
    }
}
