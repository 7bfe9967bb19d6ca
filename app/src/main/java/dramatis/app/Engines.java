package dramatis.app;

import dramatis.djl.DevicePreference;
import dramatis.djl.DjlEngine;
import dramatis.djl.EngineOptions;
import dramatis.hub.HubCache;
import dramatis.hub.Progress;
import dramatis.inference.InferenceEngine;
import dramatis.openai.ModelApi;
import dramatis.openai.OpenAiEngine;
import dramatis.openai.OpenAiOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the engine that these settings ask for. */
final class Engines {
    /** It was trained on talks up to about this length and strays beyond, whatever its shape allows. */
    private static final int UNDERSTUDY_CONTEXT = 1800;

    private Engines() {}

    /** Blocks for as long as weights take to be downloaded and read; servers are not waited for. */
    static InferenceEngine load(ModelSettings settings, Progress progress) {
        return settings.source() instanceof ModelSource.Servers servers
                ? OpenAiEngine.open(options(servers, settings.contextTokens()))
                : checkpoint(settings, progress);
    }

    /** The engine of a checkpoint in this process; blocks as {@link #load} does. */
    static DjlEngine checkpoint(ModelSettings settings, Progress progress) {
        var options = EngineOptions.of(directory(settings.source(), progress))
                .withDevice(DevicePreference.valueOf(settings.device().name()))
                .withThreads(settings.threads());
        var limit = contextLimit(settings);
        return DjlEngine.load(limit.isPresent() ? options.withContextLimit(limit.getAsInt()) : options);
    }

    private static OptionalInt contextLimit(ModelSettings settings) {
        return settings.contextTokens().isPresent() || !(settings.source() instanceof ModelSource.Understudy)
                ? settings.contextTokens()
                : OptionalInt.of(UNDERSTUDY_CONTEXT);
    }

    /** Where the checkpoint is, downloaded if it must be. */
    private static Path directory(ModelSource source, Progress progress) {
        if (source instanceof ModelSource.Hub hub) {
            return HubCache.of(hub.options()).fetch(hub.id(), progress);
        }
        return found(source).orElseThrow(Engines::notInProcess);
    }

    /** Where the checkpoint is; empty where it is still to be downloaded, or plays on a server. */
    static Optional<Path> found(ModelSource source) {
        if (source instanceof ModelSource.Checkpoint checkpoint) {
            return Optional.of(checkpoint.directory());
        }
        if (source instanceof ModelSource.Hub hub) {
            return HubCache.of(hub.options()).find(hub.id());
        }
        return source instanceof ModelSource.Understudy ? Optional.of(understudy()) : Optional.empty();
    }

    private static Path understudy() {
        return ProgramHome.understudy()
                .orElseThrow(() -> CommandFailure.failed(
                        "The understudy is not in its place, models/understudy beside the program: bring it back, or set MODEL"
                                + " to another checkpoint's directory."));
    }

    private static CommandFailure notInProcess() {
        return CommandFailure.failed(
                "This looks into a model in this process, and MODEL_URL names a server: name a checkpoint with --model, and"
                        + " leave MODEL_URL out.");
    }

    static OpenAiOptions options(ModelSource.Servers servers, OptionalInt contextTokens) {
        var options = OpenAiOptions.of(servers.urls().toArray(URI[]::new))
                .withApi(ModelApi.valueOf(servers.api().name()));
        options = servers.key().map(Secret::value).map(options::withApiKey).orElse(options);
        options = servers.model().map(options::withModel).orElse(options);
        options = servers.tokenizer().map(options::withTokenizer).orElse(options);
        return contextTokens.isPresent() ? options.withContext(contextTokens.getAsInt()) : options;
    }
}
