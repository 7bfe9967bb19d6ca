package dramatis.discord;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.command.CommandCall;
import dramatis.command.CommandDesk;
import dramatis.command.CommandSpec;
import dramatis.message.UserRef;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what people call, fill in and press, and answers it. Safe for use by many threads; may block. */
final class Responding {
    private static final Logger log = LoggerFactory.getLogger(Responding.class);

    private final Supplier<CommandDesk> desk;
    private final Calling calling;
    private final Forms forms = new Forms();
    private final Acknowledging acknowledging;
    private final Answering answering;

    Responding(Supplier<CommandDesk> desk, Calling calling, Calls calls, Posted posted) {
        this.desk = desk;
        this.calling = calling;
        this.acknowledging = new Acknowledging(calls);
        this.answering = new Answering(calls, posted, forms);
    }

    /**
     * Somebody calls a command.
     *
     * @param whole the call with its files, once there is time to fetch them
     */
    <E extends Interaction & IModalCallback> void called(
            E event, CommandSpec spec, CommandCall call, Supplier<CommandCall> whole) {
        if (!Forms.likely(spec, call)) {
            deferred(event, spec, call, () -> desk.get().run(whole.get()));
            return;
        }
        Answer answer = desk.get().run(call);
        form(answer).ifPresentOrElse(form -> open(event, form), () -> deferred(event, spec, call, () -> answer));
    }

    private static Optional<Part.Form> form(Answer answer) {
        return answer.parts().stream()
                .filter(Part.Form.class::isInstance)
                .map(Part.Form.class::cast)
                .findFirst();
    }

    private void open(IModalCallback event, Part.Form form) {
        event.replyModal(Forms.modal(forms.keep(form), form, form.call().locale()))
                .queue(done -> {}, failure -> log.warn("a form could not be opened: {}", failure.getMessage()));
    }

    private void deferred(Interaction event, CommandSpec spec, CommandCall call, Supplier<Answer> answer) {
        boolean ephemeral = spec.audience() == CommandSpec.Audience.CALLER;
        if (acknowledging.deferReply(event, ephemeral)) {
            answering.show(new Answering.Place(hook(event), ephemeral), call, safely(call, answer));
        }
    }

    /** Whoever waits is told in any case. */
    private static Answer safely(CommandCall call, Supplier<Answer> answer) {
        try {
            return answer.get();
        } catch (DiscordException e) {
            log.warn("/{} failed: {}", call.name(), e.getMessage());
            return Answer.say("command.failed", call.name());
        }
    }

    private static InteractionHook hook(Interaction event) {
        return InteractionHook.from(event.getJDA(), event.getToken());
    }

    /** What was pressed, filled in or called is known no more. */
    void outdated(Interaction event) {
        tell(event, "discord.outdated");
    }

    private void tell(Interaction event, String key) {
        if (acknowledging.deferReply(event, true)) {
            CommandCall call = calling.call(event, "", Map.of());
            answering.show(new Answering.Place(hook(event), true), call, Answer.say(key));
        }
    }

    /** Somebody has filled a form in. */
    void filled(ModalInteractionEvent event) {
        forms.find(event.getModalId(), Part.Form.class)
                .ifPresentOrElse(form -> filled(event, form), () -> outdated(event));
    }

    private void filled(ModalInteractionEvent event, Part.Form form) {
        CommandCall call = Forms.filled(form, event.getValues());
        Optional<CommandSpec> spec = desk.get().spec(call.name());
        if (theirs(event, call) && spec.isPresent()) {
            deferred(event, spec.get(), call, () -> desk.get().run(call));
        } else {
            tell(event, "discord.not-yours");
        }
    }

    /** Somebody has pressed a button: a control of a reply, or one of something that waits. */
    void pressed(ButtonInteractionEvent event) {
        Optional<ButtonId> control = ButtonId.read(event.getComponentId());
        Optional<Press> press = Press.read(event.getComponentId());
        if (control.isPresent()) {
            control(event, control.get());
        } else if (press.isPresent()) {
            pressed(event, press.get());
        } else {
            outdated(event);
        }
    }

    private void pressed(ButtonInteractionEvent event, Press press) {
        if (press.kind() == Press.Kind.FORM) {
            forms.find(press.id(), Part.Form.class)
                    .ifPresentOrElse(form -> reopened(event, form), () -> outdated(event));
        } else {
            forms.find(press.id(), Part.Confirm.class)
                    .ifPresentOrElse(question -> answered(event, press, question), () -> outdated(event));
        }
    }

    /** What it does is seen; only where it does nothing is that said. */
    private void control(ButtonInteractionEvent event, ButtonId button) {
        CommandCall call = calling.call(event, button.command(), button.options());
        if (acknowledging.deferEdit(event)) {
            Answer answer = desk.get().run(call);
            if (Answering.outdated(answer)) {
                answering.takeButtons(hook(event));
            }
            if (answer.refused()) {
                answering.follow(hook(event), call, answer);
            }
        }
    }

    /** A form or question is for whoever it was put to: it runs with their rights. */
    private static boolean theirs(Interaction event, CommandCall call) {
        return call.user()
                .equals(new UserRef(DiscordOptions.PLATFORM, event.getUser().getId()));
    }

    private void reopened(ButtonInteractionEvent event, Part.Form form) {
        if (theirs(event, form.call())) {
            open(event, form);
        } else {
            tell(event, "discord.not-yours");
        }
    }

    private void answered(ButtonInteractionEvent event, Press press, Part.Confirm question) {
        if (!theirs(event, question.call())) {
            tell(event, "discord.not-yours");
        } else if (acknowledging.deferEdit(event)) {
            forms.forget(press.id());
            Answer answer =
                    press.kind() == Press.Kind.YES ? desk.get().run(question.call()) : Answer.say("discord.left");
            answering.show(new Answering.Place(hook(event), event.getMessage().isEphemeral()), question.call(), answer);
        }
    }
}
