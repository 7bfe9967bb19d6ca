package dramatis.metrics;

import static dramatis.metrics.Stage.REPLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.inference.EngineException;
import dramatis.inference.TestingEngine;
import dramatis.platform.Receipt;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The figures of a bot that plays. */
@Timeout(60)
class MetricsTest {
    private static final String POSTED = "dramatis_turns_ended_total{kind=\"reply\",outcome=\"posted\"}";
    private static final String FAILED = "dramatis_turns_ended_total{kind=\"reply\",outcome=\"failed\"}";

    @Test
    void text_nothingPlayed_hasZeros() {
        try (Stage stage = new Stage(TestingEngine.saying(REPLY))) {
            assertThat(stage.scrape().value(POSTED)).isZero();
            assertThat(stage.scrape().value("dramatis_posts_total{outcome=\"unknown\"}"))
                    .isZero();
            assertThat(stage.scrape().value("dramatis_turn_first_post_seconds_count"))
                    .isZero();
            assertThat(stage.scrape().value("dramatis_seats_living")).isEqualTo(1);
        }
    }

    @Test
    void text_turnsPlayed_areCounted() {
        try (Stage stage = new Stage(TestingEngine.saying(REPLY))) {
            stage.adapter.say("Bo", "Hello");
            stage.awaitValue(POSTED, 1);
            stage.adapter.say("Bo", "And now?");
            stage.awaitValue(POSTED, 2);
            Scrape scrape = stage.scrape();
            assertThat(scrape.value("dramatis_turns_admitted_total{kind=\"reply\"}"))
                    .isEqualTo(2);
            assertThat(scrape.value("dramatis_posts_total{outcome=\"sent\"}")).isEqualTo(4);
            assertThat(scrape.value("dramatis_turn_first_post_seconds_count"))
                    .as("once a turn")
                    .isEqualTo(2);
            assertThat(scrape.value("dramatis_turn_wait_seconds_count")).isEqualTo(2);
            assertThat(scrape.value("dramatis_generation_seconds_count")).isEqualTo(2);
            assertThat(scrape.value("dramatis_tokens_new_total")).isPositive();
            assertThat(scrape.value("dramatis_tokens_cached_total"))
                    .isPositive()
                    .isLessThan(scrape.value("dramatis_tokens_prompt_total"));
        }
    }

    @Test
    void text_histograms_haveBucketsUpToTwoMinutes() {
        try (Stage stage = new Stage(TestingEngine.saying(REPLY))) {
            String text = stage.scrape().toString();
            for (String bound : List.of("0.1", "0.5", "1.0", "10.0", "120.0", "+Inf")) {
                assertThat(text).contains("dramatis_turn_wait_seconds_bucket{le=\"" + bound + "\"}");
            }
        }
    }

    @Test
    void text_turnInLine_isOnTheGauges() {
        TestingEngine engine = TestingEngine.saying(REPLY).blockAfter(0);
        try (Stage stage = new Stage(engine)) {
            stage.adapter.say("Bo", "Hello");
            await().until(() -> engine.running() == 1);
            stage.adapter.say("Bo", "Are you there?");
            assertThat(stage.scrape().value("dramatis_seats_busy")).isEqualTo(1);
            assertThat(stage.scrape().value("dramatis_turns_waiting")).isEqualTo(1);
            assertThat(stage.scrape().value("dramatis_turn_wait_seconds_count"))
                    .as("the second still waits")
                    .isEqualTo(1);
        }
    }

    @Test
    void text_modelAway_turnsThatEndAreForgotten() {
        try (Stage stage = new Stage(TestingEngine.saying(REPLY).unavailable(true))) {
            stage.adapter.say("Bo", "Hello");
            await().until(() -> stage.scrape().value("dramatis_engine_failures_total{kind=\"unavailable\"}") > 1);
            stage.command("stop");
            stage.awaitValue("dramatis_turns_ended_total{kind=\"reply\",outcome=\"cancelled\"}", 1);
            await().until(() -> ((BotMetrics) stage.metrics.telemetry()).timed() == 0);
            assertThat(stage.scrape().value("dramatis_commands_total{command=\"stop\",outcome=\"done\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void text_modelAndPlatformFail_areCountedByKind() {
        AtomicInteger calls = new AtomicInteger();
        EngineException failure = new EngineException(EngineException.Kind.FAILED, "no memory");
        try (Stage stage = new Stage(TestingEngine.saying(REPLY).failNext(failure))) {
            stage.adapter.platform(delivery ->
                    calls.incrementAndGet() == 1 ? new Receipt.Unknown() : new Receipt.Refused("no permission"));
            stage.adapter.say("Bo", "Hello");
            stage.awaitValue(FAILED, 1);
            Scrape scrape = stage.scrape();
            assertThat(scrape.value("dramatis_engine_failures_total{kind=\"failed\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("dramatis_posts_total{outcome=\"unknown\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("dramatis_posts_total{outcome=\"refused\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("dramatis_turn_first_post_seconds_count")).isZero();
        }
    }

    @Test
    void text_people_leaveNoTraceInIt() {
        try (Stage stage = new Stage(TestingEngine.saying(REPLY))) {
            stage.adapter.say("Zebedee", "My secret is xylophone.");
            stage.awaitValue(POSTED, 1);
            stage.command("quixotic words");
            assertThat(stage.scrape().value("dramatis_commands_total{command=\"unknown\",outcome=\"unknown\"}"))
                    .isEqualTo(1);
            assertThat(stage.scrape().toString())
                    .doesNotContain("Zebedee", "xylophone", "quixotic", "hall", "Good day");
        }
    }
}
