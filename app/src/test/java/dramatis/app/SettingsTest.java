package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.address.ChannelSettings;
import dramatis.address.Scope;
import dramatis.address.Triggers;
import dramatis.delivery.Thoughts;
import dramatis.hub.HubId;
import dramatis.hub.HubOptions;
import dramatis.inference.Sampling;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void read_nothingSet() {
        var settings = read(Map.of());
        assertThat(settings.model())
                .isEqualTo(new ModelSettings(
                        new ModelSource.Understudy(),
                        OptionalInt.empty(),
                        1,
                        ModelSettings.Device.AUTO,
                        Runtime.getRuntime().availableProcessors()));
        assertThat(settings.turns()).isEqualTo(new TurnSettings(400, 200, 4000, Duration.ofHours(24)));
        assertThat(settings.characters()).isEqualTo(new CharacterSettings("elizabeth-bennet", Optional.empty()));
        assertThat(settings.channel()).isEqualTo(ChannelSettings.DEFAULT);
        assertThat(settings.data())
                .isEqualTo(new DataSettings(directory.resolve("data"), Optional.empty(), OptionalInt.empty()));
        assertThat(settings.metrics()).isEqualTo(new MetricsSettings(OptionalInt.empty()));
        assertThat(settings.log()).isEqualTo(new LogSettings(LogSettings.Level.INFO));
        assertThat(settings.sampling().over(Sampling.DEFAULT)).isEqualTo(Sampling.DEFAULT);
    }

    @Test
    void read_everythingSet() throws IOException {
        var model = Files.createDirectory(directory.resolve("some model"));
        var settings = read(Map.ofEntries(
                Map.entry("MODEL", "some model"),
                Map.entry("MODEL_CONTEXT", "2048"),
                Map.entry("MODEL_CONCURRENCY", "3"),
                Map.entry("MODEL_DEVICE", "CPU"),
                Map.entry("MODEL_THREADS", "5"),
                Map.entry("PLAN_TOKENS", "99"),
                Map.entry("QUEUE_LIMIT", "7"),
                Map.entry("TEXT_LIMIT", "80"),
                Map.entry("TURN_MAX_AGE", "90m"),
                Map.entry("CHARACTER", "dracula"),
                Map.entry("CHARACTERS_DIR", "mine"),
                Map.entry("DATA_DIR", "/var/lib/dramatis"),
                Map.entry("METRICS_PORT", "9187"),
                Map.entry("TRIGGER", "mention, chance=0.2"),
                Map.entry("SCOPE", "User"),
                Map.entry("LOG_LEVEL", "debug"),
                Map.entry("SAMPLING", "temperature=0.5")));
        assertThat(settings.model())
                .isEqualTo(new ModelSettings(
                        new ModelSource.Checkpoint(model), OptionalInt.of(2048), 3, ModelSettings.Device.CPU, 5));
        assertThat(settings.turns()).isEqualTo(new TurnSettings(99, 7, 80, Duration.ofMinutes(90)));
        assertThat(settings.characters())
                .isEqualTo(new CharacterSettings("dracula", Optional.of(directory.resolve("mine"))));
        assertThat(settings.channel())
                .isEqualTo(ChannelSettings.DEFAULT
                        .withTriggers(Triggers.parse("mention,chance=0.2"))
                        .withScope(Scope.USER));
        assertThat(settings.data().logs()).isEqualTo(Path.of("/var/lib/dramatis/logs"));
        assertThat(settings.metrics().port()).hasValue(9187);
        assertThat(settings.log().level()).isEqualTo(LogSettings.Level.DEBUG);
        assertThat(settings.sampling().over(Sampling.DEFAULT).temperature()).isEqualTo(0.5);
    }

    @Test
    void read_commandLineOverEnvironmentOverFile() throws IOException {
        Files.writeString(directory.resolve(".env"), "QUEUE_LIMIT=1\nTEXT_LIMIT=1\nPLAN_TOKENS=1\n");
        var environment = Map.of("QUEUE_LIMIT", "2", "TEXT_LIMIT", "2", "PLAN_TOKENS", " ");
        var turns = Settings.read(Map.of("QUEUE_LIMIT", "3"), environment, directory)
                .turns();
        assertThat(turns.queueLimit()).isEqualTo(3);
        assertThat(turns.textLimit()).isEqualTo(2);
        assertThat(turns.planTokens()).isEqualTo(1);
    }

    @Test
    void read_sampling() {
        var checkpoint = new Sampling(0.6, 0.95, 20, 0.1, 1.1, 3, 300, java.util.OptionalLong.of(5));
        assertThat(read(Map.of("SAMPLING", "top_k=5, seed=-7")).sampling().over(checkpoint))
                .isEqualTo(new Sampling(0.6, 0.95, 5, 0.1, 1.1, 3, 300, java.util.OptionalLong.of(-7)));
        var all =
                "temperature=1,top_p=0.5,top_k=2,min_p=0.2,repetition_penalty=1.3,no_repeat_ngram_size=4,max_tokens=9";
        assertThat(read(Map.of("SAMPLING", all)).sampling().over(checkpoint))
                .isEqualTo(new Sampling(1, 0.5, 2, 0.2, 1.3, 4, 9, java.util.OptionalLong.of(5)));
    }

    @Test
    void read_modelNamedUnderstudyWins() throws IOException {
        assertThat(read(Map.of("MODEL", "understudy")).model().source()).isEqualTo(new ModelSource.Understudy());
        var model = Files.createDirectory(directory.resolve("understudy"));
        assertThat(read(Map.of("MODEL", "understudy")).model().source()).isEqualTo(new ModelSource.Checkpoint(model));
    }

    @Test
    void read_modelOfTheHub() {
        var home = Path.of(System.getProperty("user.home"), ".cache", "huggingface");
        assertThat(read(Map.of("MODEL", "Qwen/Qwen3-0.6B")).model().source())
                .isEqualTo(new ModelSource.Hub(new HubId("Qwen", "Qwen3-0.6B", "main"), HubOptions.of(home)));
        var all = Map.of(
                "MODEL", "Org/Name@v1.2", "HF_HOME", "hf", "HF_TOKEN", "hush", "HF_ENDPOINT", "https://mirror.test/hf");
        assertThat(read(all).model().source())
                .isEqualTo(new ModelSource.Hub(
                        new HubId("Org", "Name", "v1.2"),
                        HubOptions.of(directory.resolve("hf"))
                                .withEndpoint("https://mirror.test/hf")
                                .withToken("hush")))
                .asString()
                .doesNotContain("hush");
    }

    @Test
    void read_hubThatCannotBeMeant_isRefused() {
        assertThatThrownBy(() -> read(Map.of("MODEL", "org--x/name")))
                .hasMessageContaining("MODEL=org--x/name (environment) will not do");
        assertThatThrownBy(() -> read(Map.of("MODEL", "org/name", "HF_ENDPOINT", "https://me:hush@mirror.test")))
                .hasMessageContaining("it must be an address like https://host");
    }

    @Test
    void read_directoryNamedLikeAModelOfTheHubWins() throws IOException {
        var model = Files.createDirectories(directory.resolve("Qwen/Qwen3"));
        assertThat(read(Map.of("MODEL", "Qwen/Qwen3")).model().source()).isEqualTo(new ModelSource.Checkpoint(model));
    }

    @Test
    void read_servers() throws IOException {
        var one = read(Map.of("MODEL_URL", "http://localhost:8000/v1")).model();
        assertThat(one.source())
                .isEqualTo(new ModelSource.Servers(
                        List.of(URI.create("http://localhost:8000/v1")),
                        Optional.empty(),
                        Optional.empty(),
                        ModelSource.Api.AUTO,
                        Optional.empty()));
        assertThat(one.concurrency()).isEqualTo(8);
        var tokenizer = Files.createFile(directory.resolve("tokenizer.json"));
        var all = read(Map.of(
                "MODEL_URL",
                "http://a:1, https://b/x",
                "MODEL",
                "her",
                "MODEL_API_KEY",
                "hush",
                "MODEL_API",
                "chat",
                "MODEL_TOKENIZER",
                "tokenizer.json",
                "MODEL_CONCURRENCY",
                "2"));
        assertThat(all.model().source())
                .isEqualTo(new ModelSource.Servers(
                        List.of(URI.create("http://a:1"), URI.create("https://b/x")),
                        Optional.of("her"),
                        Optional.of(new Secret("hush")),
                        ModelSource.Api.CHAT,
                        Optional.of(tokenizer)))
                .asString()
                .doesNotContain("hush");
        assertThat(all.model().concurrency()).isEqualTo(2);
    }

    @Test
    void read_dataKeyAndRetention() {
        var data = read(Map.of("DATA_KEY", "sixteen letters!", "RETENTION_DAYS", "30"))
                .data();
        assertThat(data.key()).isPresent();
        assertThat(data.toString()).doesNotContain("sixteen");
        assertThat(data.retentionDays()).hasValue(30);
        assertThatThrownBy(() -> read(Map.of("DATA_KEY", "too short")))
                .hasMessageContaining("DATA_KEY=… (environment) will not do: it must be 16 characters or more")
                .hasMessageNotContaining("too short");
    }

    @Test
    void read_language() throws IOException {
        assertThat(read(Map.of("LANGUAGE", "zh")).language()).contains(Locale.CHINESE);
        assertThat(read(Map.of("LANGUAGE", "en_GB:en")).language())
                .as("gettext's")
                .isEmpty();
        Files.writeString(directory.resolve(".env"), "LANGUAGE=fr");
        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("it must be one of en, zh");
    }

    @Test
    void read_keyOfAServerWithoutOne() {
        assertThatThrownBy(() -> read(Map.of("MODEL_API_KEY", "hush")))
                .hasMessage(
                        "MODEL_API_KEY is set (environment), but MODEL_URL is not, which it is for: set both or neither.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MODEL | no-such-directory | an existing checkpoint directory, understudy, or a model of the hub (ORG/NAME).",
                "MODEL_URL | localhost:8000 | http:// or https:// addresses, separated by commas",
                "MODEL_URL | http://a b | http:// or https:// addresses, separated by commas",
                "MODEL_URL | http://a,ftp://b | http:// or https:// addresses, separated by commas",
                "MODEL_CONTEXT | 4k | a whole number from 256 to",
                "MODEL_CONTEXT | 255 | a whole number from 256 to",
                "MODEL_CONCURRENCY | 0 | a whole number from 1 to",
                "MODEL_DEVICE | cuda | one of auto, cpu, gpu",
                "MODEL_THREADS | -1 | a whole number from 1 to",
                "PLAN_TOKENS | 1.5 | a whole number from 1 to",
                "QUEUE_LIMIT | 99999999999 | a whole number from 1 to",
                "TEXT_LIMIT | x | a whole number from 1 to",
                "SAMPLING | temperature | NAME=NUMBER pairs",
                "SAMPLING | temperature=9 | NAME=NUMBER pairs",
                "SAMPLING | temperature=NaN | NAME=NUMBER pairs",
                "SAMPLING | top_p=0.5,top_p=0.6 | each once",
                "SAMPLING | topp=0.5 | temperature, top_p, top_k, min_p, repetition_penalty",
                "TURN_MAX_AGE | 24 | a number and s, m, h or d",
                "TURN_MAX_AGE | 0s | a number and s, m, h or d",
                "TRIGGER | shout | any of mention, reply, name, all, chance=0.1, or commands alone",
                "TRIGGER | all,commands | any of mention, reply, name, all, chance=0.1, or commands alone",
                "SCOPE | guild | one of thread, channel, user",
                "DISCORD_OWNER_ID | Ada | the number of a user",
                "TELEGRAM_API_URL | bots | an http:// or https:// address",
                "THOUGHTS | loud | off, dm, discord:ID or telegram:ID",
                "RETENTION_DAYS | 0 | a whole number from 1 to",
                "METRICS_PORT | 0 | a whole number from 1 to 65535",
                "METRICS_PORT | 65536 | a whole number from 1 to 65535",
                "METRICS_PORT | on | a whole number from 1 to 65535",
                "LOG_LEVEL | loud | one of error, warn, info, debug, trace",
            })
    void read_badValue(String key, String value, String allowed) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(key + "=" + value + " (environment)", allowed);
    }

    @Test
    void read_manyProblems() throws IOException {
        Files.writeString(directory.resolve(".env"), "# mine\nQUEUE_LIMIT=none\nTRIGGER=all\nTRIGGER=name\n");
        assertThatThrownBy(() -> Settings.read(Map.of("PLAN_TOKENS", "no"), Map.of("TEXT_LIMIT", "no"), directory))
                .hasMessageContainingAll(
                        "QUEUE_LIMIT=none (.env line 2)",
                        "PLAN_TOKENS=no (command line)",
                        "TEXT_LIMIT=no (environment)",
                        "sets TRIGGER in line 3 and again in line 4");
    }

    @Test
    void read_platforms() {
        var settings = read(Map.ofEntries(
                Map.entry("DISCORD_TOKEN", "hush-hush"),
                Map.entry("DISCORD_API_URL", "http://127.0.0.1:1/api/v10"),
                Map.entry("TELEGRAM_TOKEN", "7:hush"),
                Map.entry("TELEGRAM_OWNER_ID", "77"),
                Map.entry("THOUGHTS", "discord:42")));
        assertThat(settings.discord())
                .contains(new PlatformSettings(
                        new Secret("hush-hush"),
                        Optional.of(URI.create("http://127.0.0.1:1/api/v10")),
                        Optional.empty()));
        assertThat(settings.telegram().orElseThrow().owner()).contains("77");
        assertThat(settings.thoughts()).containsExactly(Map.entry("discord", Thoughts.in("42")));
        assertThat(settings.toString()).doesNotContain("hush");
        assertThat(read(Map.of("THOUGHTS", "dm")).thoughts()).containsOnlyKeys("discord", "telegram");
        assertThat(read(Map.of()).discord()).isEmpty();
    }

    @Test
    void read_tokenWithSpaces_isRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> read(Map.of("DISCORD_TOKEN", "hush hush")))
                .hasMessageContainingAll("DISCORD_TOKEN=… (environment)", "a text without spaces")
                .hasMessageNotContaining("hush");
    }

    @Test
    void read_platformWithoutItsToken() {
        assertThatThrownBy(() -> read(Map.of("DISCORD_OWNER_ID", "1", "TELEGRAM_API_URL", "http://127.0.0.1:1")))
                .hasMessageContainingAll("DISCORD_OWNER_ID is set", "TELEGRAM_API_URL is set");
    }

    @ParameterizedTest
    @CsvSource({"MODEL_CONTXT, MODEL_CONTEXT", "DISCORD_TOKN, DISCORD_TOKEN", "CHARACTR, CHARACTER"})
    void read_unknownKeyInFile(String name, String nearest) throws IOException {
        Files.writeString(directory.resolve(".env"), name + "=x");
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessage(name + " (.env line 1) is no setting of Dramatis; the nearest is " + nearest + ".");
    }

    @Test
    void read_unknownKeyInEnvironment() {
        var layers =
                Layers.read(Map.of(), Map.of("MODEL_CONTXT", "1", "PATH", "/bin", "HF_HUB_OFFLINE", "1"), directory);
        assertThat(layers.problems()).isEmpty();
        assertThat(layers.warnings())
                .containsExactly("MODEL_CONTXT (environment) is no setting of Dramatis; the nearest is MODEL_CONTEXT.");
    }

    @Test
    void read_keyOfAnotherProgramInFile() throws IOException {
        Files.writeString(directory.resolve(".env"), "COMPOSE_PROJECT_NAME=x\nTZ=UTC\nPORT=80\n");
        var layers = Layers.read(Map.of(), Map.of(), directory);
        assertThat(layers.problems()).isEmpty();
        assertThat(layers.warnings()).isEmpty();
    }

    @Test
    void read_unknownKeyOnCommandLine() {
        assertThatThrownBy(() -> Settings.read(Map.of("COLOR", "red"), Map.of(), directory))
                .hasMessageStartingWith("COLOR (command line) is no setting");
    }

    @Test
    void toString_secret() {
        var given = new Given(Key.DISCORD_TOKEN, "hush-hush", Given.Source.FILE, ".env line 1");
        assertThat(given).hasToString("DISCORD_TOKEN=… (.env line 1)");
    }

    private Settings read(Map<String, String> environment) {
        return Settings.read(Map.of(), environment, directory);
    }
}
