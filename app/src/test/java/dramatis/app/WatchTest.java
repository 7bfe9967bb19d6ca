package dramatis.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dramatis.Bot;
import dramatis.TestingSettings;
import dramatis.inference.InferenceEngine;
import dramatis.inference.TestingEngine;
import dramatis.metrics.MetricsException;
import dramatis.openai.OpenAiEngine;
import dramatis.openai.OpenAiOptions;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.TestingAdapter;
import dramatis.telemetry.Telemetry;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFlavor;
import dramatis.turn.TestingStores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bot that is watched, and {@code dramatis health}. */
@Timeout(60)
class WatchTest {
    private static final String REPLY = "Hm.</system_thinking>Good day.";

    @TempDir
    Path directory;

    private final TestingAdapter adapter = new TestingAdapter();
    private final List<AutoCloseable> opened = new ArrayList<>();

    /** What a run printed, and how it ended. */
    private record Outcome(int status, String out, String err) {}

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void open_noPort_tellsNobody() {
        var watch = open(OptionalInt.empty());
        assertThat(watch.port()).isEmpty();
        assertThat(watch.telemetry()).isSameAs(Telemetry.NONE);
    }

    @Test
    void open_portIsTaken_isRefusedWithASentence() {
        var port = port(open(OptionalInt.of(0)));
        assertThatThrownBy(() -> open(OptionalInt.of(port)))
                .isInstanceOf(MetricsException.class)
                .hasMessageStartingWith("Port " + port + " of this machine cannot be opened");
        var chat = run("chat", "--set", "METRICS_PORT=" + port);
        assertThat(chat.status()).isEqualTo(1);
        assertThat(chat.err().lines())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("Port " + port)
                        .endsWith("set METRICS_PORT to one that is free, or leave it out."));
    }

    @Test
    void health_whileItStarts_isWellAndNotReady() {
        var port = port(open(OptionalInt.of(0)));
        assertThat(health(port)).isEqualTo(new Outcome(0, "{\"status\":\"starting\",\"seats\":0,\"living\":0}\n", ""));
        assertThat(health(port, "--ready"))
                .isEqualTo(new Outcome(1, "Dramatis still starts: its model is read, or waited for.\n", ""));
    }

    @Test
    void health_aBotThatPlays_isWellAndReady() throws IOException, InterruptedException {
        var watch = open(OptionalInt.of(0));
        play(watch, TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        await().until(() -> adapter.texts().size() == 1);
        assertThat(health(port(watch))).isEqualTo(new Outcome(0, "{\"status\":\"up\",\"seats\":1,\"living\":1}\n", ""));
        assertThat(health(port(watch), "--ready")).isEqualTo(new Outcome(0, "Ready.\n", ""));
        await().until(() ->
                metrics(watch).contains("dramatis_turns_ended_total{kind=\"reply\",outcome=\"posted\"} 1.0\n"));
    }

    @Test
    void health_seatsThatEnded_isNotWell() {
        var watch = open(OptionalInt.of(0));
        play(watch, TestingEngine.saying(REPLY)).close();
        assertThat(health(port(watch)))
                .isEqualTo(new Outcome(1, "{\"status\":\"down\",\"seats\":1,\"living\":0}\n", ""));
    }

    @Test
    void ready_aPlatformIsAway_saysWhich() {
        var watch = open(OptionalInt.of(0));
        play(watch, TestingEngine.saying(REPLY));
        adapter.trouble(Optional.of("Testing is away."));
        assertThat(health(port(watch), "--ready")).isEqualTo(new Outcome(1, "Testing is away.\n", ""));
        assertThat(health(port(watch)).status()).as("it lives all the same").isZero();
    }

    @Test
    void ready_theModelIsAway_saysWhy() throws IOException {
        var server = ModelServer.of(ModelServerFlavor.VLLM)
                .models("her")
                .saying(REPLY)
                .start();
        opened.add(server);
        var watch = open(OptionalInt.of(0));
        play(watch, OpenAiEngine.open(OpenAiOptions.of(server.url()).withPatience(Duration.ofSeconds(2))));
        assertThat(health(port(watch), "--ready").out()).isEqualTo("Ready.\n");
        server.close();
        var away = health(port(watch), "--ready");
        assertThat(away.status()).isEqualTo(1);
        assertThat(away.out()).contains(server.url().toString());
    }

    @Test
    void health_nobodyAnswers_saysSo() {
        var watch = open(OptionalInt.of(0));
        var port = port(watch);
        watch.close();
        assertThat(health(port))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "Nothing answers on port %d of this machine: no Dramatis runs with METRICS_PORT=%d, or it hangs.\n"
                                .formatted(port, port)));
        assertThat(run("health").status()).as("no port to ask").isEqualTo(2);
    }

    private Watch open(OptionalInt port) {
        var watch = Watch.open(
                new MetricsSettings(port), new DataSettings(directory, Optional.empty(), OptionalInt.empty()));
        opened.add(watch);
        return watch;
    }

    private static int port(Watch watch) {
        return watch.port().orElseThrow();
    }

    private Bot play(Watch watch, InferenceEngine engine) {
        opened.add(engine);
        var stores = new TestingStores();
        var bot = new Bot(
                stores.all(),
                new TestingPersonaStore(TestingPersonaStore.persona("ada", "Ada")),
                Optional.empty(),
                engine,
                new TestingSettings().build(),
                watch.telemetry());
        opened.add(bot);
        bot.start();
        bot.attach(adapter);
        watch.see(bot, engine);
        return bot;
    }

    private static String metrics(Watch watch) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port(watch) + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private Outcome health(int port, String... more) {
        var arguments = new ArrayList<>(List.of("health", "--set", "METRICS_PORT=" + port));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Outcome run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings = new Surroundings(
                Map.of(),
                directory,
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return new Outcome(Main.run(surroundings, arguments), out.toString(UTF_8), err.toString(UTF_8));
    }
}
