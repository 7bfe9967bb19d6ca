package dramatis.discord;

import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.WebhookClient;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageCreateAction;

/** A character speaks by its webhook. */
final class HookVoice implements Voice {
    private final Calls calls;
    private final JDA jda;
    private final Hook hook;
    private final String name;
    private final String threadId;

    HookVoice(Calls calls, JDA jda, Hook hook, String name, String threadId) {
        this.calls = calls;
        this.jda = jda;
        this.hook = hook;
        this.name = name;
        this.threadId = threadId;
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public String post(String content, String key) {
        WebhookMessageCreateAction<Message> post =
                WebhookClient.createClient(jda, hook.id(), hook.token()).sendMessage(Sent.message(content));
        if (!threadId.isEmpty()) {
            post = post.setThreadId(threadId);
        }
        return calls.get(post.setUsername(HookName.of(name))).getId();
    }

    @Override
    public boolean keyed() {
        return false;
    }

    /** Or of a webhook that spoke for the same character before somebody deleted it. */
    @Override
    public boolean isAuthor(Message message) {
        return message.isWebhookMessage()
                && Reading.byOwnHook(message, jda.getSelfUser().getId())
                && message.getAuthor().getName().equals(HookName.of(name));
    }

    @Override
    public Optional<String> hookId() {
        return Optional.of(hook.id());
    }
}
