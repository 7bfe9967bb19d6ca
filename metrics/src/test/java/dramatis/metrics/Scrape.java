package dramatis.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a program says of itself, as Prometheus does. */
final class Scrape {
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+)[{ ]");
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE ([a-z_]+) ");

    private final String text;

    Scrape(String text) {
        this.text = text;
    }

    /** What stands at a path of a server. */
    static HttpResponse<String> get(MetricsServer server, String path) throws IOException, InterruptedException {
        return send(server, path, "GET");
    }

    static HttpResponse<String> send(MetricsServer server, String path, String method)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** The names of all series, with the endings that histograms have. */
    Set<String> series() {
        return found(SERIES);
    }

    /** The names of all metrics, without them. */
    Set<String> families() {
        return found(FAMILY);
    }

    /** The value of a series, its labels included; fails where there is none. */
    double value(String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n" + text));
    }

    private Set<String> found(Pattern pattern) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    @Override
    public String toString() {
        return text;
    }
}
