package dramatis.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A counter for each value of an enum, all of them there from the start: a rate needs a zero to begin with. */
final class Labelled<E extends Enum<E>> {
    private final Map<E, Counter> counters;

    /** @param meter a counter's beginnings, for the value's name in lower case */
    Labelled(MeterRegistry registry, Class<E> type, Function<String, Counter.Builder> meter) {
        counters = Stream.of(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(
                        value -> value, value -> meter.apply(label(value)).register(registry)));
    }

    void count(E value) {
        Counter counter = counters.get(value);
        if (counter != null) {
            counter.increment();
        }
    }

    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
