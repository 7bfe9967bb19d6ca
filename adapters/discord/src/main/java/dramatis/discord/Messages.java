package dramatis.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.IncomingWebhookClient;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.WebhookClient;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageDeleteAction;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageEditAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * Changes and deletes messages that stand: those of webhooks by their webhook, others by the bot. Both may be done twice
 * without harm, so that what fails for the moment is tried again. Safe for use by many threads; may block.
 */
final class Messages {
    private final Calls calls;
    private final Hooks hooks;
    private final Posted posted;

    Messages(Calls calls, Hooks hooks, Posted posted) {
        this.calls = calls;
        this.hooks = hooks;
        this.posted = posted;
    }

    /** What became of a change. */
    enum Outcome {
        DONE,
        /** The message is gone. */
        GONE,
        /** It stands as it was: the webhook that it came by is gone. */
        OUT_OF_REACH
    }

    /** Makes a message show something else. */
    Outcome edit(Spot spot, String id, MessageEditData data) {
        return done(() -> editing(spot, id, data));
    }

    /** Takes a message away, if it is there. */
    void delete(Spot spot, String id) {
        posted.deleting(id);
        done(() -> deleting(spot, id));
    }

    private Outcome done(Doing doing) {
        try {
            return Patience.retrying(() -> {
                Optional<RestAction<?>> action = doing.action();
                action.ifPresent(calls::get);
                return action.isPresent() ? Outcome.DONE : Outcome.OUT_OF_REACH;
            });
        } catch (RuntimeException e) {
            if (Calls.is(e, ErrorResponse.UNKNOWN_MESSAGE)) {
                return Outcome.GONE;
            }
            if (Calls.is(e, ErrorResponse.UNKNOWN_WEBHOOK, ErrorResponse.INVALID_WEBHOOK_TOKEN)) {
                return Outcome.OUT_OF_REACH;
            }
            throw e;
        }
    }

    /** What does it; empty where nobody can. */
    private interface Doing {
        Optional<RestAction<?>> action();
    }

    private Optional<RestAction<?>> editing(Spot spot, String id, MessageEditData data) {
        Optional<String> speaker = speaker(spot, id);
        if (speaker.isEmpty()) {
            return spot.channel().map(channel -> channel.editMessageById(id, data));
        }
        return client(spot, speaker.get()).map(client -> {
            WebhookMessageEditAction<Message> edit = client.editMessageById(id, data);
            return spot.threadId().isEmpty() ? edit : edit.setThreadId(spot.threadId());
        });
    }

    private Optional<RestAction<?>> deleting(Spot spot, String id) {
        Optional<IncomingWebhookClient> client = speaker(spot, id).flatMap(hook -> client(spot, hook));
        if (client.isEmpty()) {
            return spot.channel().map(channel -> channel.deleteMessageById(id));
        }
        WebhookMessageDeleteAction delete = client.get().deleteMessageById(id);
        return Optional.of(spot.threadId().isEmpty() ? delete : delete.setThreadId(spot.threadId()));
    }

    private Optional<IncomingWebhookClient> client(Spot spot, String hookId) {
        return spot.hooks()
                .flatMap(channel -> hooks.in(channel)
                        .find(channel, hookId)
                        .map(hook -> WebhookClient.createClient(channel.getJDA(), hook.id(), hook.token())));
    }

    /** The webhook that a message came by, if it did; asked for where it is of an earlier run. */
    private Optional<String> speaker(Spot spot, String id) {
        return posted.speaker(id).orElseGet(() -> spot.channel().flatMap(channel -> asked(channel, id)));
    }

    private Optional<String> asked(MessageChannel channel, String id) {
        Message message = calls.get(channel.retrieveMessageById(id));
        Optional<String> hook = Optional.of(message)
                .filter(Message::isWebhookMessage)
                .map(m -> m.getAuthor().getId());
        if (hook.isPresent() || message.getAuthor().equals(channel.getJDA().getSelfUser())) {
            posted.posted(id, hook);
        }
        return hook;
    }
}
