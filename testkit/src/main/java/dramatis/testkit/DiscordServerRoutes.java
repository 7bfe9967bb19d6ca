package dramatis.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The routes of the REST API, and who answers them. */
final class DiscordServerRoutes {
    /**
     * A route such as {@code POST /channels/{channel}/messages}.
     *
     * @param open whether a token in the path is enough
     */
    record Route(
            String name,
            Pattern pattern,
            List<String> places,
            boolean open,
            Function<DiscordServerCall, Optional<JsonNode>> answer) {
        /** What a limit is counted for: the route, and the channel, guild or webhook in it ("Rate Limits"). */
        String bucket(DiscordServerCall call) {
            String major = call.at("channel") + call.at("guild") + call.at("webhook") + call.at("token");
            return name + " " + major;
        }
    }

    /** A request with the route that it is for. */
    record Match(Route route, DiscordServerCall call) {}

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final List<Route> routes = new ArrayList<>();

    /** Adds a route whose answer has a body. */
    void on(String name, Function<DiscordServerCall, JsonNode> answer) {
        add(name, false, call -> Optional.of(answer.apply(call)));
    }

    /** Adds a route that is answered, or not, with a body. */
    void maybe(String name, Function<DiscordServerCall, Optional<JsonNode>> answer) {
        add(name, false, answer);
    }

    /** Adds a route that the token in its path opens. */
    void open(String name, Function<DiscordServerCall, Optional<JsonNode>> answer) {
        add(name, true, answer);
    }

    private void add(String name, boolean open, Function<DiscordServerCall, Optional<JsonNode>> answer) {
        List<String> places = new ArrayList<>();
        for (Matcher it = PLACE.matcher(name); it.find(); ) {
            places.add(it.group(1));
        }
        String path = name.substring(name.indexOf(' ') + 1).replaceAll("\\{\\w+}", "([^/]+)");
        String method = name.substring(0, name.indexOf(' '));
        routes.add(
                new Route(name, Pattern.compile(method + " " + DiscordServerCall.BASE + path), places, open, answer));
    }

    /** The first route that fits; empty if there is none. */
    Optional<Match> find(DiscordServerCall call) {
        for (Route route : routes) {
            Matcher matcher = route.pattern().matcher(call.method() + " " + call.path());
            if (matcher.matches()) {
                Map<String, String> places = new LinkedHashMap<>();
                for (int i = 0; i < route.places().size(); i++) {
                    places.put(route.places().get(i), matcher.group(i + 1));
                }
                return Optional.of(new Match(route, call.on(places)));
            }
        }
        return Optional.empty();
    }

    /** The names of all routes. */
    List<String> names() {
        return routes.stream().map(Route::name).toList();
    }
}
