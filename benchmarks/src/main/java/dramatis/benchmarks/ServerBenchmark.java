package dramatis.benchmarks;

import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFlavor;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/**
 * What a turn costs beside the model on a server: its own time over a bare call of the same server, commits on disk
 * included, and turns a second with several conversations at once. The first argument says how many turns (2,000 by
 * default).
 */
public final class ServerBenchmark {
    private static final String REPLY = "Be kind.</system_thinking><role_action>hops</role_action> Good day.";
    private static final List<Integer> CROWDS = List.of(1, 8, 64);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServerBenchmark() {}

    public static void main(String[] args) throws Exception {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        try (ModelServer server = ModelServer.of(ModelServerFlavor.VLLM)
                .models("her")
                .saying(REPLY)
                .start()) {
            own(server, turns);
            for (int crowd : CROWDS) {
                atOnce(server, crowd, turns, Duration.ZERO);
            }
            server.tokenDelay(Duration.ofSeconds(1).dividedBy(tokens(server)));
            Duration reply = Duration.ofNanos(bare(server.url(), 1).get(0));
            for (int crowd : CROWDS) {
                atOnce(server, crowd, crowd * 5, reply);
            }
        }
    }

    private static void own(ModelServer server, int turns) throws Exception {
        List<Long> bare = bare(server.url(), turns);
        List<Long> whole = new ArrayList<>();
        try (Theatre theatre = new Theatre(1, server.url())) {
            for (int i = 0; i < turns; i++) {
                // a place of its own for every tenth line, so that histories stay short
                whole.add(theatre.crowd()
                        .ask(Crowd.place(i / 10), "line " + i)
                        .time()
                        .toNanos());
            }
        }
        System.out.printf("%d turns one after the other    p50 ms   p99 ms%n", turns);
        System.out.printf("a bare call                  %9.2f %8.2f%n", at(bare, 0.5), at(bare, 0.99));
        System.out.printf("a whole turn                 %9.2f %8.2f%n", at(whole, 0.5), at(whole, 0.99));
        System.out.printf(
                "ratio                        %9.2f %8.2f%n",
                at(whole, 0.5) / at(bare, 0.5), at(whole, 0.99) / at(bare, 0.99));
    }

    private static List<Long> bare(URI url, int calls) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            long begun = System.nanoTime();
            call(url);
            times.add(System.nanoTime() - begun);
        }
        return times;
    }

    /** How many events a reply has. */
    private static int tokens(ModelServer server) throws IOException, InterruptedException {
        return (int) call(server.url())
                .lines()
                .filter(line -> line.startsWith("data:"))
                .count();
    }

    private static String call(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/v1/completions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"model\":\"her\",\"prompt\":\"Hello.\",\"max_tokens\":64,\"stream\":true}"))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        if (response.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the server answers " + response.statusCode());
        }
        return response.body();
    }

    /** The ideal: each place has a reply as soon as the server can have made it. */
    private static void atOnce(ModelServer server, int places, int turns, Duration reply)
            throws IOException, InterruptedException, ExecutionException {
        try (Theatre theatre = new Theatre(places, server.url())) {
            talk(theatre, places, places); // the first of anything pays for its set-up
            long begun = System.nanoTime();
            talk(theatre, places, turns);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double rate = turns / seconds;
            if (reply.isZero()) {
                System.out.printf("%2d conversations, a server that answers at once: %7.1f turns/s%n", places, rate);
            } else {
                double ideal = places / (reply.toMillis() / 1e3);
                System.out.printf(
                        "%2d conversations, a server that takes %d ms: %7.1f turns/s, %.0f %% of the ideal%n",
                        places, reply.toMillis(), rate, 100 * rate / ideal);
            }
        }
    }

    private static void talk(Theatre theatre, int places, int turns) throws InterruptedException, ExecutionException {
        List<CompletableFuture<Void>> people = IntStream.range(0, places)
                .mapToObj(place -> CompletableFuture.runAsync(
                        () -> talk(theatre, place, turns / places, System.nanoTime()),
                        task -> new Thread(task, "person-" + place).start()))
                .toList();
        for (CompletableFuture<Void> person : people) {
            person.get();
        }
    }

    private static void talk(Theatre theatre, int place, int lines, long begun) {
        try {
            for (int i = 0; i < lines; i++) {
                theatre.crowd().ask(Crowd.place(place), begun + " " + i);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double at(List<Long> nanos, double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }
}
