package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.hub.HubId;
import dramatis.hub.HubOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the model that plays comes from. */
sealed interface ModelSource {
    /** The small model that comes with the program. */
    record Understudy() implements ModelSource {}

    /** A checkpoint's directory. */
    record Checkpoint(Path directory) implements ModelSource {
        public Checkpoint {
            requireNonNull(directory, "directory");
        }
    }

    /**
     * A checkpoint of a hub, downloaded once.
     *
     * @param id which one
     * @param options which hub, and where its files are kept
     */
    record Hub(HubId id, HubOptions options) implements ModelSource {
        public Hub {
            requireNonNull(id, "id");
            requireNonNull(options, "options");
        }
    }

    /**
     * Servers that speak OpenAI's protocol.
     *
     * @param model their name for it; empty to ask them
     */
    record Servers(List<URI> urls, Optional<String> model, Optional<Secret> key, Api api, Optional<Path> tokenizer)
            implements ModelSource {
        public Servers {
            urls = List.copyOf(urls);
            requireNonNull(model, "model");
            requireNonNull(key, "key");
            requireNonNull(api, "api");
            requireNonNull(tokenizer, "tokenizer");
        }
    }

    /** Which of a server's ways to reply is used. */
    enum Api {
        AUTO,
        COMPLETIONS,
        CHAT
    }

    /** The source that these settings name. */
    static ModelSource of(Values values, Layers layers) {
        var urls = values.urls(Key.MODEL_URL);
        return urls.isEmpty() ? here(values, layers) : servers(urls, values, layers);
    }

    private static Servers servers(List<URI> urls, Values values, Layers layers) {
        return new Servers(
                urls,
                layers.given(Key.MODEL).map(Given::value),
                layers.given(Key.MODEL_API_KEY).map(Given::value).map(Secret::new),
                values.oneOf(Key.MODEL_API, Api.class),
                values.optionalFile(Key.MODEL_TOKENIZER));
    }

    private static ModelSource here(Values values, Layers layers) {
        List.of(Key.MODEL_API_KEY, Key.MODEL_API, Key.MODEL_TOKENIZER)
                .forEach(key -> values.refuseWithout(key, Key.MODEL_URL));
        var given = layers.given(Key.MODEL);
        var directory =
                given.flatMap(setting -> values.parsedPath(setting.value())).filter(Files::isDirectory);
        if (directory.isPresent()) {
            return new Checkpoint(directory.get());
        }
        var hub = given.map(Given::value).flatMap(HubId::parse).map(id -> hub(id, values, layers));
        if (hub.isPresent()) {
            return hub.get();
        }
        given.filter(setting -> !setting.value().equals(Key.MODEL.fallback()))
                .ifPresent(setting -> values.refuse(
                        setting, "an existing checkpoint directory, understudy, or a model of the hub (ORG/NAME)"));
        return new Understudy();
    }

    private static ModelSource hub(HubId id, Values values, Layers layers) {
        var home = values.optionalPath(Key.HF_HOME)
                .orElseGet(() -> values.parsedPath("~/.cache/huggingface").orElseThrow());
        var options = values.optional(
                        Key.HF_ENDPOINT,
                        "an address like https://host or https://host/path",
                        text -> mirror(home, text))
                .orElseGet(() -> HubOptions.of(home));
        return new Hub(
                id,
                layers.given(Key.HF_TOKEN)
                        .map(Given::value)
                        .map(options::withToken)
                        .orElse(options));
    }

    private static Optional<HubOptions> mirror(Path home, String address) {
        try {
            return Optional.of(HubOptions.of(home).withEndpoint(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
