package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.has;
import static dramatis.testkit.DiscordServerJson.text;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Posts through webhooks and their edits; the answers to an interaction go the same ways ("Execute Webhook"). */
final class DiscordServerHookPosts {
    private static final String MESSAGE = "/webhooks/{webhook}/{token}/messages/{message}";

    private final DiscordServerWorld world;
    private final DiscordServerAnswers answers;

    DiscordServerHookPosts(DiscordServerWorld world, DiscordServerAnswers answers) {
        this.world = world;
        this.answers = answers;
    }

    void addTo(DiscordServerRoutes routes) {
        routes.open("POST /webhooks/{webhook}/{token}", this::execute);
        routes.open("GET " + MESSAGE, call -> Optional.of(json(message(call))));
        routes.open("PATCH " + MESSAGE, call -> Optional.of(json(DiscordServerPosts.edit(message(call), call))));
        routes.open("DELETE " + MESSAGE, call -> {
            world.delete(message(call));
            return Optional.empty();
        });
    }

    private static JsonNode json(DiscordServerMessage message) {
        return DiscordServerMessageJson.of(message, true);
    }

    private boolean ofInteraction(DiscordServerCall call) {
        return call.at("webhook").equals(world.self().id());
    }

    private DiscordServerMessage message(DiscordServerCall call) {
        if (ofInteraction(call)) {
            return answers.message(call);
        }
        DiscordServerWebhook webhook = DiscordServerWebhookRoutes.known(world, call);
        return Optional.ofNullable(place(webhook, call).all().get(call.at("message")))
                .filter(it -> !it.deleted())
                .filter(it -> it.webhook().filter(webhook::equals).isPresent())
                .orElseThrow(() -> DiscordServerRefusal.unknown("Message"));
    }

    /** The webhook's channel, or the thread of it that is named. */
    private DiscordServerChannel place(DiscordServerWebhook webhook, DiscordServerCall call) {
        Optional<String> thread = call.asked("thread_id");
        if (thread.isEmpty()) {
            return webhook.channel();
        }
        return world.channel(thread.get())
                .filter(it -> it.parent().filter(webhook.channel()::equals).isPresent())
                .orElseThrow(() -> DiscordServerRefusal.unknown("Channel"));
    }

    private Optional<JsonNode> execute(DiscordServerCall call) {
        if (ofInteraction(call)) {
            return Optional.of(json(answers.follow(call)));
        }
        DiscordServerWebhook webhook = DiscordServerWebhookRoutes.known(world, call);
        DiscordServerMessage message = post(webhook, target(webhook, call), call);
        boolean wait = call.asked("wait").filter("true"::equals).isPresent();
        return wait ? Optional.of(json(message)) : Optional.empty();
    }

    /** Where it goes; in a forum a thread has to be named, or a name for a new one. */
    private DiscordServerChannel target(DiscordServerWebhook webhook, DiscordServerCall call) {
        DiscordServerChannel place = place(webhook, call);
        String name = text(call.body(), "thread_name");
        if (place.kind() != DiscordServerChannelKind.FORUM) {
            if (!name.isEmpty()) {
                throw DiscordServerRefusal.of(400, 220_003, "Webhooks can only create threads in forum channels");
            }
            return place;
        }
        if (name.isEmpty()) {
            throw DiscordServerRefusal.of(
                    400, 220_001, "Webhooks posted to forum channels must have a thread_name or thread_id");
        }
        return world.openThread(place, world.newId(), DiscordServerChannelKind.PUBLIC_THREAD, name, webhook.id());
    }

    private DiscordServerMessage post(
            DiscordServerWebhook webhook, DiscordServerChannel channel, DiscordServerCall call) {
        JsonNode body = call.body();
        String name = has(body, "username")
                ? DiscordServerWebhookRoutes.name(call.name("username", 80), "username")
                : webhook.name();
        DiscordServerMessage message =
                new DiscordServerMessage(world.newId(), channel, new DiscordServerUser(webhook.id(), name, true));
        message.through(webhook, text(body, "avatar_url", webhook.avatar()));
        DiscordServerPosts.fill(message, call);
        webhook.posted();
        return world.post(message);
    }
}
