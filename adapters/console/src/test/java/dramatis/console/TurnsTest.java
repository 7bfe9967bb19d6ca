package dramatis.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.platform.TurnWatcher.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TurnsTest {
    private final Turns turns = new Turns();

    @Test
    void await_ofATurnThatIsOver_returns() throws InterruptedException {
        turns.changed(1, Phase.POSTED);
        turns.await(1, 0);
        turns.awaitAll();
        assertThat(turns.anyFailed()).isFalse();
    }

    @Test
    void await_returnsAtTheEndOfItsTurnOnly() {
        Thread waiting = waiting();
        turns.changed(2, Phase.POSTED);
        turns.changed(1, Phase.PLANNING);
        assertThat(waiting.isAlive()).isTrue();
        turns.changed(1, Phase.CANCELLED);
        await().until(() -> !waiting.isAlive());
    }

    @Test
    void await_ofATurnThatIsShownAnew_returnsAtItsNextEnd() {
        turns.changed(1, Phase.POSTED);
        long since = turns.now();
        Thread waiting = waiting(since);
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        turns.changed(1, Phase.POSTED);
        await().until(() -> !waiting.isAlive());
    }

    @Test
    void release_letsWaitersGo() {
        Thread waiting = waiting();
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        turns.release();
        await().until(() -> !waiting.isAlive());
    }

    private Thread waiting() {
        return waiting(0);
    }

    private Thread waiting(long since) {
        Thread waiting = new Thread(() -> {
            try {
                turns.await(1, since);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.setDaemon(true);
        waiting.start();
        return waiting;
    }

    @Test
    void changed_toFailed_isRemembered() {
        turns.changed(1, Phase.PLANNING);
        assertThat(turns.anyRunning()).isTrue();
        turns.changed(1, Phase.FAILED);
        turns.changed(2, Phase.POSTED);
        assertThat(turns.anyRunning()).isFalse();
        assertThat(turns.anyFailed()).isTrue();
    }
}
