package dramatis.openai;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which servers to ask, and how.
 *
 * @param urls the servers' bases, such as {@code http://localhost:8000}; a slash or {@code /v1} behind changes nothing
 * @param apiKey sent as a bearer token; in no text of this engine's
 * @param model the servers' name for it; empty is the only one that they have
 * @param api which API to use
 * @param tokenizer a tokenizer.json to count with, in place of the servers' and of estimates
 * @param context the longest prompt and reply together, in tokens, whatever the servers say
 * @param timeouts how long to wait
 * @param patience how long to try again, other servers included, before a model counts as away
 */
public record OpenAiOptions(
        List<URI> urls,
        Optional<String> apiKey,
        Optional<String> model,
        ModelApi api,
        Optional<Path> tokenizer,
        OptionalInt context,
        Timeouts timeouts,
        Duration patience) {

    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(20);

    public OpenAiOptions {
        urls = List.copyOf(urls);
        requireNonNull(apiKey, "apiKey");
        requireNonNull(model, "model");
        requireNonNull(api, "api");
        requireNonNull(tokenizer, "tokenizer");
        requireNonNull(context, "context");
        requireNonNull(timeouts, "timeouts");
        requireNonNull(patience, "patience");
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("urls must not be empty");
        }
        urls.forEach(ServerUrl::of);
        if (context.orElse(2) < 2) {
            throw new IllegalArgumentException("context must be 2 or more");
        }
    }

    /** The defaults: no key, the servers' only model, the API and the context as found out, and estimates for counts. */
    public static OpenAiOptions of(URI... urls) {
        return new OpenAiOptions(
                List.of(urls),
                Optional.empty(),
                Optional.empty(),
                ModelApi.AUTO,
                Optional.empty(),
                OptionalInt.empty(),
                Timeouts.DEFAULT,
                DEFAULT_PATIENCE);
    }

    public OpenAiOptions withApiKey(String key) {
        return new OpenAiOptions(urls, Optional.of(key), model, api, tokenizer, context, timeouts, patience);
    }

    public OpenAiOptions withModel(String name) {
        return new OpenAiOptions(urls, apiKey, Optional.of(name), api, tokenizer, context, timeouts, patience);
    }

    public OpenAiOptions withApi(ModelApi newApi) {
        return new OpenAiOptions(urls, apiKey, model, newApi, tokenizer, context, timeouts, patience);
    }

    public OpenAiOptions withTokenizer(Path file) {
        return new OpenAiOptions(urls, apiKey, model, api, Optional.of(file), context, timeouts, patience);
    }

    public OpenAiOptions withContext(int tokens) {
        return new OpenAiOptions(urls, apiKey, model, api, tokenizer, OptionalInt.of(tokens), timeouts, patience);
    }

    public OpenAiOptions withTimeouts(Timeouts newTimeouts) {
        return new OpenAiOptions(urls, apiKey, model, api, tokenizer, context, newTimeouts, patience);
    }

    public OpenAiOptions withPatience(Duration newPatience) {
        return new OpenAiOptions(urls, apiKey, model, api, tokenizer, context, timeouts, newPatience);
    }

    /** Without the key, and without what a URL may hide. */
    @Override
    public String toString() {
        return "OpenAiOptions[urls=" + urls.stream().map(ServerUrl::of).toList() + ", apiKey="
                + (apiKey.isPresent() ? "…" : "none") + ", model=" + model.orElse("the only one") + ", api=" + api
                + "]";
    }
}
