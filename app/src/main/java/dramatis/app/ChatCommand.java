package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.inference.InferenceEngine;
import dramatis.persistence.Database;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dramatis chat}: talk in this terminal, or over a pipe. */
@Command(
        name = "chat",
        description = {
            "Talks with a character, in this terminal.",
            "When standard input is no terminal, it reads lines and prints replies plainly, a blank line between turns; "
                    + "the exit status is 1 when a turn failed or a command was refused."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ChatCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--character",
            paramLabel = "ID",
            description = "Who plays: an id, a name, or the beginning of one. Else who played last, or CHARACTER.")
    private Optional<String> character = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "Who you are.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--scene",
            paramLabel = "FILE[#N]",
            description = "Play a scene of a HER or CoSER scene file; scenes count from 0.")
    private Optional<String> scene = Optional.empty();

    @Option(names = "--show-thoughts", description = "Show what the character thinks as it comes.")
    private boolean showThoughts;

    @Option(names = "--show-plan", description = "Show how the model plans to play as it comes.")
    private boolean showPlan;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed and lines give the same replies.")
    void seed(long seed) {
        options.seed(seed);
    }

    ChatCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = options.settings(surroundings);
        var playbill = playbill(settings);
        Logs.begin();
        try (var watch = Watch.open(settings.metrics(), settings.data())) {
            return talk(settings, playbill, watch);
        }
    }

    private int talk(Settings settings, Playbill playbill, Watch watch) throws InterruptedException {
        var loading = CompletableFuture.supplyAsync(() -> new Loading(surroundings).load(settings.model()));
        try (var database = Database.open(
                        settings.data().directory(), settings.data().key());
                var upkeep = new Upkeep(database, settings.data());
                var engine = loaded(loading)) {
            Logs.open(settings.data().logs(), settings.log());
            upkeep.start();
            return new Chat(settings, surroundings, playbill, watch).hold(database, engine, showThoughts, showPlan);
        }
    }

    private Playbill playbill(Settings settings) {
        var catalog = Cast.of(settings);
        catalog.problems().forEach(surroundings.err()::println);
        return scene.map(SceneOption::read)
                .map(option -> Playbill.scene(option, catalog, character, user))
                .orElseGet(() -> Playbill.cast(catalog, character, user));
    }

    private static <E extends InferenceEngine> E loaded(CompletableFuture<E> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
