package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.Bot;
import dramatis.inference.InferenceEngine;
import dramatis.metrics.Health;
import dramatis.metrics.Probes;
import dramatis.openai.OpenAiEngine;
import dramatis.openai.ServerReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a bot from outside, once there is one. */
final class Lookout implements Probes {
    private volatile Optional<Sight> sight = Optional.empty();

    private record Sight(Bot bot, InferenceEngine engine) {}

    /** Begins to look at a bot that has been started. */
    void see(Bot bot, InferenceEngine engine) {
        sight = Optional.of(new Sight(requireNonNull(bot, "bot"), requireNonNull(engine, "engine")));
    }

    @Override
    public Health health() {
        return sight.map(seen -> seen.bot().load())
                .map(load -> new Health(load.living(), load.seats()))
                .orElse(Health.STARTING);
    }

    @Override
    public List<String> missing() {
        return sight.map(Lookout::missing).orElse(List.of("Dramatis still starts: its model is read, or waited for."));
    }

    private static List<String> missing(Sight seen) {
        return Stream.concat(model(seen.engine()).stream(), seen.bot().troubles().stream())
                .toList();
    }

    /** A model in this process is there; of servers, one that can play is enough. */
    private static List<String> model(InferenceEngine engine) {
        if (!(engine instanceof OpenAiEngine servers)) {
            return List.of();
        }
        List<ServerReport> reports = servers.check();
        List<String> problems =
                reports.stream().flatMap(report -> report.problem().stream()).toList();
        return problems.size() < reports.size() ? List.of() : problems;
    }
}
