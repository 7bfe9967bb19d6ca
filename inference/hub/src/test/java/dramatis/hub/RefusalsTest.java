package dramatis.hub;

import static dramatis.hub.HubTrial.checkpoint;
import static dramatis.testkit.HubServerFault.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dramatis.testkit.HubServerRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Who may have a model, and what people are told who may not. No sentence, cause or log line shows the token. */
class RefusalsTest {
    private static final String TOKEN = "hf_secretsecret";

    @TempDir
    private Path home;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private HubTrial trial;

    @BeforeEach
    void start() {
        trial = new HubTrial(home);
        trial.server.publish("acme/tiny", "main", checkpoint());
        root.setLevel(Level.TRACE);
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void close() {
        root.detachAppender(logged);
        trial.close();
    }

    @Test
    void fetch_noSuchModel_saysSo() {
        assertThat(refusal(new HubId("acme", "other", "main")))
                .contains("has no model acme/other", "private", "HF_TOKEN");
    }

    @Test
    void fetch_noSuchRevision_saysSo() {
        assertThat(refusal(new HubId("acme", "tiny", "v9"))).contains("acme/tiny has no revision v9");
    }

    @Test
    void fetch_unknownModelAsTheHubHidesIt_saysSo() {
        trial.server.onListing(status(401, "X-Error-Code", "RepoNotFound"));

        assertThat(refusal(HubTrial.ID)).contains("has no model acme/tiny");
    }

    @Test
    void fetch_tokenThatMayNotSeeTheModel_saysThatThereIsNone() {
        trial.options = trial.options.withToken(TOKEN);
        trial.server.onListing(status(401, "X-Error-Code", "RepoNotFound"));

        assertThat(refusal(HubTrial.ID)).contains("has no model acme/tiny");
    }

    @Test
    void fetch_gatedWithoutToken_saysWhereToAccept() {
        trial.server.requireToken(TOKEN);

        assertThat(refusal(HubTrial.ID))
                .contains("accept its licence at " + trial.server.endpoint() + "/acme/tiny", "HF_TOKEN");
    }

    @Test
    void fetch_gatedFileOnly_saysWhereToAccept() {
        trial.options = trial.options.withToken(TOKEN);
        trial.server.onResolve("config.json", status(403, "X-Error-Code", "GatedRepo"));

        assertThat(refusal(HubTrial.ID)).contains("accept its licence at");
    }

    @Test
    void fetch_forbiddenWithoutACode_isTakenForGated() {
        trial.server.onListing(status(403));

        assertThat(refusal(HubTrial.ID)).contains("accept its licence at");
    }

    @Test
    void fetch_rightToken_opens() {
        trial.server.requireToken(TOKEN);
        trial.options = trial.options.withToken(TOKEN);

        assertThat(trial.fetch()).isDirectory();
        assertNoSecret(Optional.empty());
    }

    @Test
    void fetch_tokenInTheFileOfTheHubsOwnTools_opens() throws IOException {
        trial.server.requireToken(TOKEN);
        Files.writeString(home.resolve("token"), TOKEN + "\n");

        assertThat(trial.fetch()).isDirectory();
    }

    @Test
    void fetch_wrongToken_namesWhereItStands() {
        trial.server.requireToken("another");
        trial.options = trial.options.withToken(TOKEN);

        assertThat(refusal(HubTrial.ID)).contains("does not know the token in HF_TOKEN");
    }

    @Test
    void fetch_wrongTokenInTheFile_namesTheFile() throws IOException {
        trial.server.requireToken("another");
        Files.writeString(home.resolve("token"), TOKEN);

        assertThat(refusal(HubTrial.ID))
                .contains("does not know the token in " + home.resolve("token").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN + "\u00e9", TOKEN + "\r\nX: y", TOKEN + " and more", "“" + TOKEN + "”"})
    void fetch_tokenThatIsNone_isNotSentAndNotShown(String token) {
        trial.options = trial.options.withToken(token);

        assertThat(refusal(HubTrial.ID)).contains("The token in HF_TOKEN has characters");
        assertThat(trial.server.requests()).isEmpty();
    }

    @Test
    void fetch_tokenFileOfOtherBytes_isNotShown() throws IOException {
        Files.write(home.resolve("token"), (TOKEN + "\u00e9").getBytes(UTF_8));

        assertThat(refusal(HubTrial.ID)).contains("The token in " + home.resolve("token"));
    }

    @Test
    void fetch_token_goesToTheHubAndNotToTheHostOfTheFiles() {
        trial.server.requireToken(TOKEN);
        trial.options = trial.options.withToken(TOKEN);

        trial.fetch();

        assertThat(trial.server.requests())
                .filteredOn(it -> it.host().equals("127.0.0.1"))
                .hasSizeGreaterThan(5)
                .allMatch(it -> it.header("Authorization").equals(Optional.of("Bearer " + TOKEN)));
        assertThat(trial.server.requests())
                .filteredOn(it -> it.host().equals("localhost"))
                .extracting(HubServerRequest::path)
                .anyMatch(it -> it.endsWith("model.safetensors"));
        assertThat(trial.server.requests())
                .filteredOn(it -> it.host().equals("localhost"))
                .noneMatch(it -> it.headers().toString().contains(TOKEN));
    }

    @Test
    void fetch_hostOfTheFilesRefuses_asksTheHubForAnotherAddress() {
        trial.server.onContent("model.safetensors", status(403), status(404));

        assertThat(trial.fetch()).isDirectory();
        assertThat(trial.pauses).hasSize(2);
    }

    @Test
    void fetch_anotherHubBehindAMirrorRefuses_saysSo() {
        trial.server.onContent("model.safetensors", status(401, "X-Error-Code", "GatedRepo"));

        assertThat(refusal(HubTrial.ID)).contains("accept its licence at");
        assertThat(trial.pauses).isEmpty();
    }

    @Test
    void fetch_fileGoneFromTheHub_saysSo() {
        trial.server.onResolve("config.json", status(404, "X-Error-Code", "EntryNotFound"));

        assertThat(refusal(HubTrial.ID)).contains("lists a file of acme/tiny that it does not have");
    }

    @Test
    void fetch_strangeAnswer_isNamed() {
        trial.server.onListing(status(418));

        assertThat(refusal(HubTrial.ID)).contains("answered 418 when asked for acme/tiny");
    }

    @Test
    void fetch_noHub_saysWhatToCopyWhere() {
        trial.server.close();

        assertThat(refusal(HubTrial.ID))
                .contains(
                        trial.server.endpoint() + " cannot be reached (no connection)",
                        "copy the folder models--acme--tiny",
                        "into " + home.resolve("hub"),
                        "set MODEL to its directory");
        assertThat(trial.pauses).hasSize(2);
    }

    @Test
    void fetch_unknownHost_saysSo() {
        trial.options = trial.options.withEndpoint("http://no-such-host.invalid");

        assertThat(refusal(HubTrial.ID))
                .contains("http://no-such-host.invalid cannot be reached (the name is not known)");
    }

    @Test
    void fetch_interrupted_endsAndStaysInterrupted() {
        trial.server.onListing(status(503));
        HubCache cache = new HubCache(new Download.Surroundings(trial.options, Disk.REAL, duration -> {
            throw new InterruptedException();
        }));

        assertThatThrownBy(() -> cache.fetch(HubTrial.ID, trial.progress))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("was stopped");
        assertThat(Thread.interrupted()).isTrue();
    }

    private String refusal(HubId id) {
        Throwable[] thrown = new Throwable[1];
        assertThatThrownBy(() -> trial.cache().fetch(id, trial.progress))
                .isInstanceOf(HubException.class)
                .satisfies(it -> thrown[0] = it);
        assertNoSecret(Optional.of(thrown[0]));
        return thrown[0].getMessage();
    }

    private void assertNoSecret(Optional<Throwable> thrown) {
        StringWriter trace = new StringWriter();
        thrown.ifPresent(it -> it.printStackTrace(new PrintWriter(trace)));
        assertThat(trace.toString()).doesNotContain(TOKEN);
        assertThat(trial.progress.sentences.toString()).doesNotContain(TOKEN);
        assertThat(logged.list.toString()).doesNotContain(TOKEN);
        assertThat(trial.options.toString()).doesNotContain(TOKEN);
    }
}
