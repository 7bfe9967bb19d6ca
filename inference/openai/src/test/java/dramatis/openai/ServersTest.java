package dramatis.openai;

import static dramatis.testkit.ModelServerFlavor.PLAIN;
import static dramatis.testkit.ModelServerFlavor.VLLM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dramatis.inference.EngineException;
import dramatis.inference.EngineException.Kind;
import dramatis.inference.GenerationRequest;
import dramatis.inference.RecordingSink;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFault;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several servers behind one engine. */
class ServersTest extends EngineTest {
    private final List<ModelServer> servers = List.of(server(VLLM), server(VLLM), server(VLLM));

    @Test
    void generate_conversation_staysWithItsServer() {
        OpenAiEngine engine = engine(all(), it -> it);
        Map<String, ModelServer> homes = homes(engine);
        assertThat(homes.values()).containsAll(servers);
        assertThat(homes(engine)).isEqualTo(homes);
    }

    @Test
    void generate_oneServerDies_onlyItsConversationsMove() {
        OpenAiEngine engine = engine(all(), it -> it);
        Map<String, ModelServer> before = homes(engine);
        ModelServer dead = servers.get(1);
        dead.stop();
        Map<String, ModelServer> after = homes(engine);
        assertThat(after.values()).doesNotContain(dead);
        before.forEach((key, home) -> {
            if (home != dead) {
                assertThat(after).containsEntry(key, home);
            }
        });
        int asked = dead.requests().size();
        homes(engine);
        assertThat(dead.requests()).as("it is left alone").hasSize(asked);
    }

    @Test
    void generate_oneServerDiesOnTheWay_itsConversationMovesAtTheNextTry() {
        OpenAiEngine engine = engine(all(), it -> it);
        ModelServer home = homes(engine).get("conversation 0");
        home.failNext(ModelServerFault.breakAfter(2));
        assertThat(failure(engine, conversation(0), new RecordingSink()).kind()).isEqualTo(Kind.FAILED);
        assertThat(homes(engine)).doesNotContainValue(home);
    }

    @Test
    void generate_serverThatIsBusy_isPassedOverAtOnce() {
        OpenAiEngine engine = engine(all(), it -> it);
        ModelServer home = homes(engine).get("conversation 0");
        home.failNext(ModelServerFault.busy(Duration.ofSeconds(9)));
        assertThat(engine.generate(conversation(0), new RecordingSink()).total())
                .isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void generate_allAreAway_isUnavailable_andTheFirstBackReplies() {
        OpenAiEngine engine = engine(all(), it -> it);
        servers.forEach(ModelServer::stop);
        assertThat(failure(engine).kind()).isEqualTo(Kind.UNAVAILABLE);
        servers.get(2).start();
        assertThat(say(engine, request())).isNotEmpty();
    }

    @Test
    void prefills_oneServerThatDoesNot_isFalse_andItsContextCounts() {
        ModelServer plain = server(PLAIN).context(1000);
        OpenAiEngine engine = engine(OpenAiOptions.of(servers.get(0).url(), plain.url()), it -> it);
        assertThat(engine.prefills()).isFalse();
        assertThat(engine.contextTokens()).isEqualTo(1000);
        for (int i = 0; i < 8; i++) {
            say(
                    engine,
                    request("conversation " + i, "<system_thinking>", request().sampling()));
        }
        assertThat(plain.generations())
                .as("it is not asked for what it cannot do")
                .isEmpty();
    }

    @Test
    void open_serversThatAreAway_areFoundOutLater() {
        servers.forEach(ModelServer::stop);
        OpenAiEngine engine = engine(all(), it -> it);
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(engine::prefills)
                .matches(e -> e.kind() == EngineException.Kind.UNAVAILABLE);
        assertThat(engine.contextTokens()).isEqualTo(8192);
        assertThat(engine.check()).allMatch(it -> it.problem().isPresent());
        servers.get(0).context(5000).start();
        await().atMost(Duration.ofSeconds(20)).until(() -> engine.contextTokens() == 5000);
        assertThat(engine.prefills()).isTrue();
    }

    private OpenAiOptions all() {
        return OpenAiOptions.of(servers.stream().map(ModelServer::url).toArray(URI[]::new));
    }

    private static GenerationRequest conversation(int number) {
        return request("conversation " + number, "", request().sampling());
    }

    /** Which server each of some conversations is replied to by. */
    private Map<String, ModelServer> homes(OpenAiEngine engine) {
        Map<String, ModelServer> homes = new LinkedHashMap<>();
        for (int i = 0; i < 24; i++) {
            int[] before =
                    servers.stream().mapToInt(it -> it.generations().size()).toArray();
            say(engine, conversation(i));
            for (int s = 0; s < servers.size(); s++) {
                if (servers.get(s).generations().size() > before[s]) {
                    homes.put("conversation " + i, servers.get(s));
                }
            }
        }
        return homes;
    }
}
