package dramatis.discord;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.command.CommandCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageCreateAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the answers of commands where an interaction was deferred. Safe for use by many threads; may block. */
final class Answering {
    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final Calls calls;
    private final Posted posted;
    private final Forms forms;

    Answering(Calls calls, Posted posted, Forms forms) {
        this.calls = calls;
        this.posted = posted;
        this.forms = forms;
    }

    /** Where an answer goes. */
    record Place(InteractionHook hook, boolean ephemeral) {}

    /** Fills a deferred answer in, or takes it away where there is nothing to say to all. */
    void show(Place place, CommandCall call, Answer answer) {
        try {
            Sheet sheet = new Sheet(answer, forms, call.locale());
            if (!place.ephemeral() && answer.refused()) {
                takeAway(place);
                follow(place.hook(), sheet.texts(), sheet, true);
            } else if (working(answer) && call.name().equals("say")) {
                original(place, Cut.of(saying(call)), sheet);
            } else if (sheet.empty()) {
                takeAway(place);
            } else {
                original(place, sheet.texts(), sheet);
            }
            secrets(place, sheet);
        } catch (ErrorResponseException e) {
            log.warn("the answer to /{} could not be shown: {}", call.name(), e.getMessage());
        }
    }

    /** Answers a button, beside the message that it belongs to. */
    void follow(InteractionHook hook, CommandCall call, Answer answer) {
        try {
            Sheet sheet = new Sheet(answer, forms, call.locale());
            if (!sheet.empty()) {
                follow(hook, sheet.texts(), sheet, true);
            }
        } catch (ErrorResponseException e) {
            log.warn("the answer to /{} could not be shown: {}", call.name(), e.getMessage());
        }
    }

    /** Takes the buttons off the message that one was pressed on. */
    void takeButtons(InteractionHook hook) {
        MessageEditBuilder none =
                new MessageEditBuilder().setComponents(List.of()).setAllowedMentions(Set.of());
        calls.find(hook.editOriginal(none.build()), ErrorResponse.UNKNOWN_MESSAGE, ErrorResponse.UNKNOWN_WEBHOOK);
    }

    /** Whether it says that a control's reply is the last no more. */
    static boolean outdated(Answer answer) {
        return answer.parts().equals(Answer.say("reply.outdated").parts());
    }

    private static boolean working(Answer answer) {
        return answer.parts().stream().anyMatch(Part.Working.class::isInstance);
    }

    /** The line of a person who speaks by command, for all to see. */
    private static String saying(CommandCall call) {
        return "**" + Escape.text(call.userName()) + "** "
                + Escape.text(call.option("text").orElse(""));
    }

    private void takeAway(Place place) {
        calls.find(place.hook().deleteOriginal().map(done -> place), ErrorResponse.UNKNOWN_MESSAGE);
    }

    private void original(Place place, List<String> texts, Sheet sheet) {
        boolean alone = texts.size() <= 1;
        MessageEditBuilder edit = new MessageEditBuilder()
                .setContent(texts.isEmpty() ? "" : texts.get(0))
                .setAllowedMentions(Set.of());
        if (alone) {
            edit.setComponents(sheet.rows()).setFiles(sheet.files());
        }
        Message message = Patience.retrying(() -> calls.get(place.hook().editOriginal(edit.build())));
        posted.posted(message.getId(), Optional.empty());
        if (!alone) {
            follow(place.hook(), texts.subList(1, texts.size()), sheet, place.ephemeral());
        }
    }

    private void follow(InteractionHook hook, List<String> texts, Sheet sheet, boolean ephemeral) {
        List<String> contents = texts.isEmpty() ? List.of("") : new ArrayList<>(texts);
        for (int i = 0; i < contents.size(); i++) {
            boolean last = i == contents.size() - 1;
            send(hook, contents.get(i), last ? Optional.of(sheet) : Optional.empty(), ephemeral);
        }
    }

    /** Thoughts are seen by their reader alone, however public the command is. */
    private void secrets(Place place, Sheet sheet) {
        sheet.secrets().forEach(secret -> send(place.hook(), secret, Optional.empty(), true));
    }

    private void send(InteractionHook hook, String content, Optional<Sheet> end, boolean ephemeral) {
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setContent(content)
                .setAllowedMentions(Set.of())
                .setSuppressEmbeds(true);
        end.ifPresent(sheet -> message.setComponents(sheet.rows()).setFiles(sheet.files()));
        WebhookMessageCreateAction<Message> post = hook.sendMessage(message.build());
        posted.posted(calls.get(post.setEphemeral(ephemeral)).getId(), Optional.empty());
    }
}
