package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.hub.HubCache;
import dramatis.hub.Progress;
import dramatis.inference.ChatMessage;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.TokenSink;
import dramatis.openai.OpenAiEngine;
import dramatis.openai.ServerKind;
import dramatis.openai.ServerReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks whether the model that the settings name can play. Downloads and changes nothing. */
final class ModelCheckup {
    private static final List<String> CHECKPOINT_FILES = List.of("config.json", "tokenizer.json");

    private final ModelSettings settings;

    ModelCheckup(ModelSettings settings) {
        this.settings = requireNonNull(settings, "settings");
    }

    /** Whether its files are there, or its servers answer; not whether it can be played, which takes loading it. */
    List<Finding> look() {
        if (settings.source() instanceof ModelSource.Servers servers) {
            return servers(servers);
        }
        return Engines.found(settings.source())
                .map(ModelCheckup::checkpoint)
                .orElseGet(() -> toBeDownloaded((ModelSource.Hub) settings.source()));
    }

    private List<Finding> servers(ModelSource.Servers servers) {
        try (var engine = OpenAiEngine.open(Engines.options(servers, settings.contextTokens()))) {
            return engine.check().stream().map(ModelCheckup::finding).toList();
        }
    }

    private static Finding finding(ServerReport report) {
        return report.problem()
                .map(problem -> Finding.error(problem, ""))
                .orElseGet(() -> Finding.ok("%s (%s) plays %s: asked by %s, %s; context %s; tokens counted %s"
                        .formatted(
                                report.url(),
                                report.kind().map(ServerKind::label).orElse("?"),
                                report.model().orElse("?"),
                                report.api()
                                        .map(api -> api.name().toLowerCase(Locale.ROOT))
                                        .orElse("?"),
                                report.why(),
                                report.context().isPresent() ? report.context().getAsInt() + " tokens" : "unknown",
                                report.counting())));
    }

    private static List<Finding> toBeDownloaded(ModelSource.Hub hub) {
        var cache = HubCache.of(hub.options());
        return List.of(
                Finding.ok(hub.id() + " is not in " + cache.folder(hub.id()) + " yet: the first start downloads it"));
    }

    private static List<Finding> checkpoint(Path directory) {
        var missing = new ArrayList<Finding>();
        CHECKPOINT_FILES.stream()
                .map(directory::resolve)
                .filter(file -> !Files.isReadable(file))
                .forEach(file -> missing.add(Finding.error(
                        file + " is missing or cannot be read", "MODEL must be a Hugging Face checkpoint directory")));
        if (!hasWeights(directory)) {
            missing.add(Finding.error("there are no *.safetensors files in " + directory, "download them"));
        }
        return missing.isEmpty()
                ? List.of(Finding.ok("the model " + directory + " is in place (doctor --full has it play)"))
                : missing;
    }

    private static boolean hasWeights(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".safetensors") && Files.isReadable(file));
        } catch (IOException e) {
            return false;
        }
    }

    /** Loads the model and has it say something. */
    List<Finding> play() {
        try (var engine = Engines.load(settings, Progress.silent())) {
            var request = new GenerationRequest(
                    List.of(ChatMessage.user("Hello.")),
                    "",
                    engine.defaultSampling().withMaxTokens(8),
                    List.of(),
                    "doctor");
            var completion = engine.generate(request, new Unheard());
            return List.of(Finding.ok("%s plays: context %d tokens, first token after %d ms, 8 tokens in %d ms"
                    .formatted(
                            engine.name(),
                            engine.contextTokens(),
                            completion.firstToken().toMillis(),
                            completion.total().toMillis())));
        } catch (EngineException e) {
            return List.of(Finding.error(String.valueOf(e.getMessage()), ""));
        }
    }

    private static final class Unheard implements TokenSink {
        @Override
        public void onText(String text) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
