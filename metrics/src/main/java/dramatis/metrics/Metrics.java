package dramatis.metrics;

import static java.util.Objects.requireNonNull;

import dramatis.telemetry.Load;
import dramatis.telemetry.Telemetry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.function.Supplier;

/** All figures of a process: its bot's, and those of the machine below. Safe for use by many threads. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final BotMetrics bot = new BotMetrics(registry);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    /** @param data the folder whose disk is looked at; it need not be there yet */
    public Metrics(Path data) {
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new DiskSpaceMetrics(requireNonNull(data, "data").toFile()).bindTo(registry);
    }

    /** Whom a bot tells. */
    public Telemetry telemetry() {
        return bot;
    }

    /** Shows what a bot is at, asked anew at each look. */
    public void show(Supplier<Load> load) {
        bot.show(load);
    }

    /** All of them in Prometheus' text format, https://prometheus.io/docs/instrumenting/exposition_formats/. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
