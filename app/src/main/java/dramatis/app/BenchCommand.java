package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.djl.DjlEngine;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code dramatis bench}: how fast the model is here. */
@Command(
        name = "bench",
        description = "Measures the model on this machine: decode and prefill in tokens a second, and the time to the "
                + "first token, cold and with a reused prefix.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--prompt-tokens", paramLabel = "N", description = "About how long the prompt is (512).")
    private int promptTokens = 512;

    @Option(names = "--new-tokens", paramLabel = "N", description = "How many tokens are generated (64).")
    private int newTokens = 64;

    @Option(names = "--json", description = "Print an object instead of a table.")
    private boolean json;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        if (promptTokens < 2 || newTokens < 1) {
            throw CommandFailure.usage("--prompt-tokens must be 2 or more, --new-tokens 1 or more.");
        }
        var settings = options.settings(surroundings).model();
        try (var engine = Engines.checkpoint(settings, new DownloadBar(surroundings.err(), false))) {
            var figures = new Bench(engine, promptTokens, newTokens).run();
            surroundings
                    .out()
                    .print(json ? Json.line(object(engine, settings, figures)) + "\n" : table(engine, figures));
        }
        return 0;
    }

    private static String table(DjlEngine engine, Bench.Figures figures) {
        return """
                model                     %s
                decode                    %.1f tokens/s
                prefill                   %.0f tokens/s
                first token, cold         %d ms for %d tokens
                first token, warm         %d ms with %d tokens reused
                """.formatted(
                        engine.name(),
                        figures.decode(),
                        figures.prefill(),
                        figures.cold().toMillis(),
                        figures.promptTokens(),
                        figures.warm().toMillis(),
                        figures.reusedTokens());
    }

    private static JsonNode object(DjlEngine engine, ModelSettings settings, Bench.Figures figures) {
        return Json.object()
                .put("model", engine.name())
                .put("device", settings.device().name().toLowerCase(Locale.ROOT))
                .put("threads", settings.threads())
                .put("decode_tokens_per_second", figures.decode())
                .put("prefill_tokens_per_second", figures.prefill())
                .put("prompt_tokens", figures.promptTokens())
                .put("first_token_cold_ms", figures.cold().toMillis())
                .put("reused_tokens", figures.reusedTokens())
                .put("first_token_warm_ms", figures.warm().toMillis());
    }
}
