package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the bot answers to interactions ("Receiving and Responding to Interactions"). */
final class DiscordServerAnswers {
    private static final int EPHEMERAL = 64;
    private static final int LOADING = 128;

    private final DiscordServerWorld world;
    private volatile Duration deadline = Duration.ofSeconds(3);

    DiscordServerAnswers(DiscordServerWorld world) {
        this.world = world;
    }

    void addTo(DiscordServerRoutes routes) {
        routes.open("POST /interactions/{interaction}/{token}/callback", this::callback);
    }

    /** How long the first answer may take. */
    void deadline(Duration time) {
        deadline = time;
    }

    private Optional<JsonNode> callback(DiscordServerCall call) {
        DiscordServerInteraction asked = world.interaction(call.at("token"))
                .filter(it -> it.id().equals(call.at("interaction")))
                .orElseThrow(() -> DiscordServerRefusal.unknown("Interaction"));
        if (asked.acknowledged()) {
            throw DiscordServerRefusal.of(400, 40060, "Interaction has already been acknowledged.");
        }
        if (asked.expired() || asked.olderThan(deadline)) {
            throw DiscordServerRefusal.unknown("Interaction");
        }
        int type = call.body().path("type").asInt();
        DiscordServerCallbacks.check(asked, type, call.body().path("data"));
        take(asked, type, call);
        asked.acknowledge(type, data(call.body().path("data")));
        boolean told = call.asked("with_response").filter("true"::equals).isPresent();
        return told ? Optional.of(response(asked, type)) : Optional.empty();
    }

    private static JsonNode data(JsonNode data) {
        return data instanceof ObjectNode object && data.has("components")
                ? object.deepCopy().set("components", DiscordServerComponents.numbered(data.path("components")))
                : data;
    }

    private void take(DiscordServerInteraction asked, int type, DiscordServerCall call) {
        JsonNode data = call.body().path("data");
        switch (type) {
            case 4 -> first(asked, DiscordServerPosts.fill(blank(asked), data, call.files()));
            case 5 -> first(asked, thinking(asked, data));
            case 6 -> asked.source().ifPresent(asked::original);
            case 7 -> asked.source().ifPresent(it -> asked.original(DiscordServerPosts.edit(it, data, call.files())));
            default -> {
                // choices and windows make no message
            }
        }
    }

    private DiscordServerMessage blank(DiscordServerInteraction asked) {
        DiscordServerMessage message = new DiscordServerMessage(world.newId(), asked.channel(), world.self());
        message.answers(asked);
        return message;
    }

    private DiscordServerMessage thinking(DiscordServerInteraction asked, JsonNode data) {
        DiscordServerMessage message = blank(asked);
        message.flags((data.path("flags").asInt(0) & EPHEMERAL) | LOADING);
        return message;
    }

    private void first(DiscordServerInteraction asked, DiscordServerMessage message) {
        asked.original(message);
        asked.answer(world.post(message));
    }

    private static ObjectNode response(DiscordServerInteraction asked, int type) {
        ObjectNode interaction = json("id", asked.id(), "type", asked.kind().number());
        ObjectNode resource = json("type", type);
        asked.original().ifPresent(it -> {
            interaction.put("response_message_id", it.id());
            interaction.put("response_message_loading", it.loading());
            interaction.put("response_message_ephemeral", it.ephemeral());
            if (type == 4 || type == 7) {
                resource.set("message", DiscordServerMessageJson.of(it, true));
            }
        });
        return json("interaction", interaction, "resource", resource);
    }

    private DiscordServerInteraction known(DiscordServerCall call) {
        DiscordServerInteraction asked = world.interaction(call.at("token"))
                .filter(DiscordServerInteraction::acknowledged)
                .orElseThrow(() -> DiscordServerRefusal.unknown("Webhook"));
        if (asked.expired()) {
            throw DiscordServerRefusal.of(401, 50027, "Invalid Webhook Token");
        }
        return asked;
    }

    /** The message of an interaction that a path names. */
    DiscordServerMessage message(DiscordServerCall call) {
        DiscordServerInteraction asked = known(call);
        String id = call.at("message");
        return Stream.concat(asked.original().stream(), asked.answers().stream())
                .filter(it -> id.equals("@original")
                        ? asked.original().filter(it::equals).isPresent()
                        : it.id().equals(id))
                .filter(it -> !it.deleted())
                .findFirst()
                .orElseThrow(() -> DiscordServerRefusal.unknown("Message"));
    }

    /** A further message; the first one after the sign that the bot thinks takes its place. */
    DiscordServerMessage follow(DiscordServerCall call) {
        DiscordServerInteraction asked = known(call);
        Optional<DiscordServerMessage> thinking = asked.original().filter(it -> it.loading() && !it.deleted());
        if (thinking.isPresent()) {
            return DiscordServerPosts.edit(thinking.get(), call);
        }
        DiscordServerMessage message = world.post(DiscordServerPosts.fill(blank(asked), call));
        asked.answer(message);
        return message;
    }
}
