package dramatis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MetricsServerTest {
    private final Metrics metrics = new Metrics(Path.of("."));
    private volatile Health health = Health.STARTING;
    private volatile List<String> missing = List.of();
    private final MetricsServer server = MetricsServer.open(0, metrics, new Probes() {
        @Override
        public Health health() {
            return health;
        }

        @Override
        public List<String> missing() {
            return missing;
        }
    });

    @AfterEach
    void close() {
        server.close();
        metrics.close();
    }

    @Test
    void metrics_isPrometheusText() throws IOException, InterruptedException {
        HttpResponse<String> response = Scrape.get(server, "/metrics");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(new Scrape(response.body()).series())
                .contains("jvm_memory_used_bytes", "process_cpu_usage", "disk_free_bytes", "jvm_threads_live_threads");
    }

    @Test
    void health_seats() throws IOException, InterruptedException {
        assertThat(Scrape.get(server, "/health").body())
                .isEqualTo("{\"status\":\"starting\",\"seats\":0,\"living\":0}\n");
        health = new Health(2, 2);
        HttpResponse<String> up = Scrape.get(server, "/health");
        assertThat(up.statusCode()).isEqualTo(200);
        assertThat(up.body()).isEqualTo("{\"status\":\"up\",\"seats\":2,\"living\":2}\n");
        health = new Health(1, 2);
        HttpResponse<String> down = Scrape.get(server, "/health");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).isEqualTo("{\"status\":\"down\",\"seats\":2,\"living\":1}\n");
    }

    @Test
    void ready_somethingMissing_saysWhat() throws IOException, InterruptedException {
        assertThat(Scrape.get(server, "/ready").statusCode()).isEqualTo(200);
        missing = List.of("The model is away.", "So is Discord.");
        HttpResponse<String> response = Scrape.get(server, "/ready");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("The model is away.\nSo is Discord.\n");
    }

    @Test
    void request_else_isRefused() throws IOException, InterruptedException {
        assertThat(Scrape.get(server, "/").statusCode()).isEqualTo(404);
        assertThat(Scrape.send(server, "/health", "POST").statusCode()).isEqualTo(405);
        assertThat(Scrape.send(server, "/health", "HEAD"))
                .satisfies(head -> assertThat(head.statusCode()).isEqualTo(200))
                .satisfies(head -> assertThat(head.body()).isEmpty());
    }

    @Test
    void open_portIsTaken_saysSo() {
        assertThatThrownBy(() -> MetricsServer.open(server.port(), metrics, new Probes() {
                    @Override
                    public Health health() {
                        return health;
                    }

                    @Override
                    public List<String> missing() {
                        return missing;
                    }
                }))
                .isInstanceOf(MetricsException.class)
                .hasMessageMatching(
                        "Port \\d+ of this machine cannot be opened \\(.+\\): set METRICS_PORT to one that is"
                                + " free, or leave it out\\.");
    }
}
