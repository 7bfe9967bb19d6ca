package dramatis.privacy;

import static dramatis.message.Segment.plan;
import static dramatis.message.Segment.speech;
import static dramatis.message.Segment.thought;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.session.Session;
import dramatis.turn.Turn;
import dramatis.turn.Turn.Kind;
import dramatis.turn.Turn.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How every {@link PrivacyStore} deletes what is old. */
public abstract class RetentionContract extends PrivacyContract {
    @Test
    void deleteOlderThan_time_leavesWhatIsNewer() {
        Instant later = Instant.now().plus(Duration.ofDays(1));
        Session hall = hall();
        Turn old = answered(says(ADA, hall, "1"), thought("T"), speech("One."));
        playAgain(hall, Kind.RETRY, speech("Another."));
        Turn failed = says(BO, hall, "2");
        turns().end(failed.id(), State.CANCELLED, Optional.empty());
        says(BO, hall, "3", later.plusSeconds(1));

        assertThat(privacy().deleteOlderThan(later)).isEqualTo(3);

        assertThat(lines(hall)).containsExactly("text of 3");
        assertThat(turns().lastReply(hall.id())).isEmpty();
        assertThat(turns().find(old.id())).isEmpty();
        assertThat(turns().find(failed.id())).isEmpty();
        assertThat(sessions().current(HALL)).contains(hall);
        assertThat(privacy().show(ADA).messages()).isZero();
        assertThat(privacy().deleteOlderThan(later)).isZero();
    }

    @Test
    void deleteOlderThan_messageWhoseReplyIsNewer_leavesTheReply() {
        Session hall = hall();
        answered(says(ADA, hall, "1"), speech("One."));

        assertThat(privacy().deleteOlderThan(NOON.plusSeconds(1))).isEqualTo(1);

        assertThat(lines(hall)).containsExactly("One.");
        assertThat(turns().lastReply(hall.id())).isPresent();
    }

    @Test
    void deleteOlderThan_openTurns_staysAway() {
        Instant later = Instant.now().plus(Duration.ofDays(1));
        Session hall = hall();
        Turn waiting = says(ADA, hall, "1");
        Session here = session();
        Turn answered = play(says(ADA, here, "2"), plan("P"), speech("Two."));
        Session old = session(YARD, "bram");
        answered(says(BO, old, "3"), speech("Three."));
        assertThat(turns().again(old, Kind.RETRY, NOON)).isPresent();

        assertThat(privacy().deleteOlderThan(later)).isEqualTo(1);

        assertThat(turns().open()).hasSize(3).contains(waiting, answered);
        assertThat(lines(hall)).containsExactly("text of 1");
        assertThat(lines(here)).containsExactly("text of 2", "P|Two.");
        assertThat(lines(old)).containsExactly("Three.");
    }

    @Test
    void deleteOlderThan_endedSessions_goOnceTheyAreEmpty() {
        Instant later = Instant.now().plus(Duration.ofDays(1));
        Session ended = hall();
        answered(says(ADA, ended, "1"), speech("One."));
        Session next = sessions().restart(ended.id(), later);

        privacy().deleteOlderThan(NOON);
        assertThat(sessions().find(ended.id())).isPresent();
        privacy().deleteOlderThan(later);

        assertThat(sessions().find(ended.id())).isEmpty();
        assertThat(sessions().current(HALL)).contains(next);
    }
}
