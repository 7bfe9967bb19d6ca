package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;
import static dramatis.testkit.DiscordServerJson.text;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** The REST API of a {@link DiscordServer}: who asks, what goes wrong, what is too much, and then the answer. */
final class DiscordServerRest {
    static {
        // otherwise every answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final DiscordServerWorld world;
    private final DiscordServerPortal portal;
    private final DiscordServerRoutes routes;
    private final DiscordServerFaults faults;
    private final DiscordServerLimits limits = new DiscordServerLimits();
    private final Queue<DiscordServerRequest> requests = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    DiscordServerRest(DiscordServerWorld world, DiscordServerPortal portal, DiscordServerRoutes routes)
            throws IOException {
        this.world = world;
        this.portal = portal;
        this.routes = routes;
        faults = new DiscordServerFaults(routes.names());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
        world.files().base("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + DiscordServerCall.BASE + "/";
    }

    DiscordServerFaults faults() {
        return faults;
    }

    DiscordServerLimits limits() {
        return limits;
    }

    List<DiscordServerRequest> requests() {
        return List.copyOf(requests);
    }

    void stop() {
        faults.goOn();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<byte[]> file =
                    world.files().find(exchange.getRequestURI().getPath().substring(1));
            if (file.isPresent()) {
                exchange.sendResponseHeaders(200, file.get().length);
                exchange.getResponseBody().write(file.get());
                return;
            }
            DiscordServerCall call;
            try {
                call = DiscordServerCall.of(exchange);
            } catch (DiscordServerRefusal refusal) {
                send(exchange, new Reply(refusal.status(), Optional.of(refusal.body()), Map.of()));
                return;
            }
            Optional<DiscordServerRoutes.Match> match = routes.find(call);
            Reply reply = match.map(it -> reply(it.route(), it.call()))
                    .orElseGet(() -> refusal(DiscordServerRefusal.unknown(""), Map.of()));
            log(exchange, match, call, reply);
            if (reply.status() != 0) {
                send(exchange, reply);
            }
        }
    }

    /** Status 0 is no answer at all. */
    private record Reply(int status, Optional<JsonNode> body, Map<String, String> headers) {
        static Reply none(Optional<JsonNode> lost) {
            return new Reply(0, lost, Map.of());
        }
    }

    private Reply reply(DiscordServerRoutes.Route route, DiscordServerCall call) {
        if (!route.open() && !call.authorization().equals("Bot " + portal.token())) {
            return refusal(DiscordServerRefusal.of(401, 0, "401: Unauthorized"), Map.of());
        }
        DiscordServerLimits.State state = limits.take(route.name(), route.bucket(call), !ofInteraction(call));
        if (state.refused()) {
            return tooMany(state);
        }
        Map<String, String> headers = DiscordServerHeaders.of(state, route.name());
        return faults.take(route.name())
                .map(it -> wrong(it, route, call, headers))
                .orElseGet(() -> act(route, call, headers));
    }

    /** "Interaction endpoints are not bound to the bot's Global Rate Limit." */
    private boolean ofInteraction(DiscordServerCall call) {
        boolean followUp = call.at("webhook").equals(world.self().id());
        return followUp || !call.at("interaction").isEmpty();
    }

    private Reply act(DiscordServerRoutes.Route route, DiscordServerCall call, Map<String, String> headers) {
        try {
            synchronized (world) {
                Optional<JsonNode> body = route.answer().apply(call);
                return new Reply(body.isPresent() ? 200 : 204, body, headers);
            }
        } catch (DiscordServerRefusal refusal) {
            return refusal(refusal, headers);
        }
    }

    private Reply wrong(
            DiscordServerFault fault,
            DiscordServerRoutes.Route route,
            DiscordServerCall call,
            Map<String, String> headers) {
        Optional<JsonNode> lost =
                fault.kind().happensAnyway() ? act(route, call, headers).body() : Optional.empty();
        return switch (fault.kind()) {
            case RATE_LIMIT, GLOBAL_LIMIT ->
                tooMany(limits.close(
                        route.name(),
                        route.bucket(call),
                        fault.time(),
                        fault.kind() == DiscordServerFault.Kind.GLOBAL_LIMIT));
            case ERROR -> refusal(DiscordServerRefusal.of(500, 0, "500: Internal Server Error"), headers);
            case BAD_GATEWAY, BAD_GATEWAY_AFTER -> new Reply(502, lost, DiscordServerHeaders.PAGE);
            case UNAVAILABLE -> new Reply(503, Optional.empty(), DiscordServerHeaders.PLAIN);
            case DROP_BEFORE, DROP_AFTER -> Reply.none(lost);
            case HANG -> {
                faults.hang();
                yield Reply.none(lost);
            }
        };
    }

    private Reply tooMany(DiscordServerLimits.State state) {
        JsonNode body = json(
                "message", "You are being rate limited.",
                "retry_after", state.resetAfter(),
                "global", state.global());
        return new Reply(429, Optional.of(body), DiscordServerHeaders.refused(state));
    }

    private static Reply refusal(DiscordServerRefusal refusal, Map<String, String> headers) {
        return new Reply(refusal.status(), Optional.of(refusal.body()), headers);
    }

    private void log(
            HttpExchange exchange, Optional<DiscordServerRoutes.Match> match, DiscordServerCall call, Reply reply) {
        limits.answered(reply.status());
        String route = match.map(it -> it.route().name()).orElse("");
        String named = match.map(it -> it.call().at("message")).orElse("");
        boolean message = (named.isEmpty() && route.contains("messages")) || route.endsWith("{token}");
        String made = message ? reply.body().map(it -> text(it, "id")).orElse("") : "";
        requests.add(new DiscordServerRequest(
                call.method(),
                route,
                exchange.getRequestURI().toString().replaceFirst("^" + DiscordServerCall.BASE, ""),
                call.body().toString(),
                reply.status(),
                named.isEmpty() ? made : named));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        boolean page = reply.headers() == DiscordServerHeaders.PAGE;
        boolean plain = reply.headers() == DiscordServerHeaders.PLAIN;
        String json = reply.body().map(JsonNode::toString).orElse("");
        byte[] bytes = DiscordServerHeaders.content(page, plain, json);
        exchange.getResponseHeaders().set("Via", "1.1 google");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
