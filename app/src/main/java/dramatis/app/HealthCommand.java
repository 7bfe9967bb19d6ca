package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dramatis health}: asks a running one how it is, for scripts and containers. */
@Command(
        name = "health",
        description = {
            "Asks a running Dramatis how it is, on METRICS_PORT.",
            "The exit status is 0 when it is well, 1 when not, or when nobody answers."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class HealthCommand implements Callable<Integer> {
    /** Servers that do not answer are waited for on the other side. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--ready", description = "Ask whether it can play now: its model and its platforms.")
    private boolean ready;

    HealthCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() throws InterruptedException {
        var port = options.settings(surroundings)
                .metrics()
                .port()
                .orElseThrow(() -> CommandFailure.usage(
                        "METRICS_PORT is not set: give this command and the Dramatis that it asks the same one."));
        var answer = ask(port);
        surroundings.out().println(answer.body().strip());
        return answer.statusCode() == HttpURLConnection.HTTP_OK ? 0 : CommandFailure.FAILED;
    }

    private HttpResponse<String> ask(int port) throws InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/%s".formatted(port, ready ? "ready" : "health")))
                .timeout(PATIENCE)
                .build();
        try {
            return HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build()
                    .send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "Nothing answers on port %d of this machine: no Dramatis runs with METRICS_PORT=%d, or it hangs."
                            .formatted(port, port));
        }
    }
}
