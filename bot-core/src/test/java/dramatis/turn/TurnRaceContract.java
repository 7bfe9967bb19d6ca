package dramatis.turn;

import static dramatis.message.Segment.speech;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Segment;
import dramatis.message.Utterance;
import dramatis.session.Session;
import dramatis.turn.Turn.State;
import dramatis.turn.TurnStore.Admitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever order messages and turns come in, each message is answered, and once. */
public abstract class TurnRaceContract extends StoreContract {
    private static final int THREADS = 4;
    private static final int MESSAGES = 250;

    @Test
    void admit_whileTurnsAreBegunAndAnswered_losesNoMessage() throws Exception {
        Session session = session();
        Map<String, Long> turnOfText = new ConcurrentHashMap<>();

        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> talk = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = thread + ".";
            talk.add(threads.submit(() -> talk(session, prefix, turnOfText)));
        }
        while (talk.stream().anyMatch(running -> !running.isDone())) {
            answerAll();
        }
        threads.shutdown();
        for (Future<?> done : talk) {
            done.get();
        }
        answerAll();

        assertEachIsAnsweredOnce(session, turnOfText);
    }

    private void talk(Session session, String prefix, Map<String, Long> turnOfText) {
        for (int i = 0; i < MESSAGES; i++) {
            String text = prefix + i;
            Admitted admitted = turns().admit(session, message(ref(text), text), MANY);
            turnOfText.put(text, ((Admitted.Queued) admitted).turn().id());
            if (turns().admit(session, message(ref(text), text), MANY) instanceof Admitted.Queued) {
                throw new AssertionError("taken twice: " + text);
            }
        }
    }

    private void answerAll() {
        for (Turn turn : turns().open()) {
            play(turn, speech("reply of " + turn.id()));
            turns().end(turn.id(), State.POSTED, Optional.empty());
        }
    }

    private void assertEachIsAnsweredOnce(Session session, Map<String, Long> turnOfText) {
        List<Utterance> history = sessions().history(session.id(), 0, Long.MAX_VALUE);
        Map<String, Long> idOfText = history.stream().collect(Collectors.toMap(TurnRaceContract::text, Utterance::id));

        assertThat(history).extracting(Utterance::id).isSorted().doesNotHaveDuplicates();
        assertThat(turnOfText).hasSize(THREADS * MESSAGES);
        assertThat(history)
                .hasSize(turnOfText.size()
                        + turnOfText.values().stream()
                                .collect(Collectors.toSet())
                                .size());
        turnOfText.forEach((text, turnId) -> {
            Turn turn = turns().find(turnId).orElseThrow();
            assertThat(turn.state()).isEqualTo(State.POSTED);
            assertThat(idOfText.get("reply of " + turnId)).isEqualTo(turn.replyId());
            assertThat(idOfText.get(text)).isLessThan(turn.replyId());
        });
    }

    private static String text(Utterance utterance) {
        return utterance.segments().stream().map(Segment::text).collect(Collectors.joining());
    }
}
