package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.Bot;
import dramatis.inference.InferenceEngine;
import dramatis.metrics.Metrics;
import dramatis.metrics.MetricsServer;
import dramatis.telemetry.Telemetry;
import java.util.Optional;
import java.util.OptionalInt;

/** Lets the program be watched while it runs; without METRICS_PORT nothing of it is there. */
final class Watch implements AutoCloseable {
    private final Optional<Post> post;

    /** Where it can be seen. */
    private record Post(Metrics metrics, Lookout lookout, MetricsServer server) {}

    private Watch(Optional<Post> post) {
        this.post = requireNonNull(post, "post");
    }

    /**
     * Begins to answer, before there is anything to see.
     *
     * @throws dramatis.metrics.MetricsException where the port cannot be had
     */
    static Watch open(MetricsSettings settings, DataSettings data) {
        return new Watch(
                settings.port().isPresent() ? Optional.of(open(settings.port().getAsInt(), data)) : Optional.empty());
    }

    private static Post open(int port, DataSettings data) {
        var metrics = new Metrics(data.directory());
        var lookout = new Lookout();
        return new Post(metrics, lookout, MetricsServer.open(port, metrics, lookout));
    }

    /** Whom a bot tells what it does. */
    Telemetry telemetry() {
        return post.map(Post::metrics).map(Metrics::telemetry).orElse(Telemetry.NONE);
    }

    /** Shows a bot that has been started and attached. */
    void see(Bot bot, InferenceEngine engine) {
        post.ifPresent(it -> {
            it.metrics().show(bot::load);
            it.lookout().see(bot, engine);
        });
    }

    /** Where it answers, if it does. */
    OptionalInt port() {
        return post.map(it -> OptionalInt.of(it.server().port())).orElseGet(OptionalInt::empty);
    }

    @Override
    public void close() {
        post.ifPresent(it -> {
            it.server().close();
            it.metrics().close();
        });
    }
}
