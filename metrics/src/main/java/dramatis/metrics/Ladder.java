package dramatis.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** Timers whose buckets are those of a conversation: a tenth of a second is nothing, two minutes are for ever. */
final class Ladder {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** What people may want to promise; there are buckets between them, so that a percentile is not a guess. */
    private static final Duration[] PROMISES = DoubleStream.of(0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120)
            .mapToObj(seconds -> Duration.ofMillis((long) (1000 * seconds)))
            .toArray(Duration[]::new);

    private Ladder() {}

    static Timer timer(MeterRegistry registry, String name, String meaning) {
        return Timer.builder(name)
                .description(meaning)
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .serviceLevelObjectives(PROMISES)
                .register(registry);
    }
}
