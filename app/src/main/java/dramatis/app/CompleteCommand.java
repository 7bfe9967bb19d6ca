package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.djl.DjlEngine;
import dramatis.djl.RawCompletion;
import dramatis.djl.RawRequest;
import dramatis.inference.EngineException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code dramatis complete}: the engine as a tool, and the way it is compared with others. */
@Command(
        name = "complete",
        description = {
            "Continues texts as they are.",
            "Reads lines of JSON {\"prompt\": \"…\", \"max_tokens\": N, \"temperature\": 0, \"seed\": 1, \"logprobs\": K, "
                    + "\"ignore_eos\": true|false} and prints for each a line of JSON {\"text\", \"ids\", "
                    + "\"prompt_tokens\", \"cached_tokens\", \"logits\": [[[id, logit], … K] per step]}.",
            "Special tokens in a prompt count as such. Without them: 16 tokens at most, temperature 0, no logits."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompleteCommand implements Callable<Integer> {
    private static final int MAX_TOKENS = 16;

    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    CompleteCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        try (var engine = Engines.checkpoint(
                options.settings(surroundings).model(), new DownloadBar(surroundings.err(), false))) {
            return new JsonLines(surroundings).answer(line -> json(completed(engine, request(line))));
        }
    }

    private static RawRequest request(JsonNode line) {
        var fields = new JsonFields(line);
        try {
            return new RawRequest(
                    fields.text("prompt"),
                    fields.count("max_tokens").orElse(MAX_TOKENS),
                    fields.number("temperature").orElse(0.0),
                    fields.wholeNumber("seed").map(OptionalLong::of).orElseGet(OptionalLong::empty),
                    fields.count("logprobs").orElse(0),
                    fields.flag("ignore_eos"));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }

    private static RawCompletion completed(DjlEngine engine, RawRequest request) {
        try {
            return engine.complete(request);
        } catch (EngineException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode json(RawCompletion completion) {
        var answer = Json.object().put("text", completion.text());
        completion.ids().forEach(answer.putArray("ids")::add);
        answer.put("prompt_tokens", completion.promptTokens()).put("cached_tokens", completion.cachedTokens());
        var steps = answer.putArray("logits");
        completion.logits().forEach(step -> {
            var best = steps.addArray();
            step.forEach(token -> best.addArray().add(token.id()).add(token.logit()));
        });
        return answer;
    }
}
