package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * How the program is watched.
 *
 * @param port where it answers on this machine; empty where nobody watches
 */
record MetricsSettings(OptionalInt port) {
    MetricsSettings {
        requireNonNull(port, "port");
    }

    static MetricsSettings of(Values values) {
        return new MetricsSettings(values.optionalNumber(Key.METRICS_PORT, 1, 65_535));
    }
}
