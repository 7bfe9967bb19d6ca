package dramatis.discord;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.command.CommandCall;
import dramatis.command.CommandDesk;
import dramatis.command.CommandSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people ask for by commands, forms and buttons. Each has threads of its own, so that none waits for what others
 * wrote or asked.
 */
final class Interactions extends ListenerAdapter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Interactions.class);
    private static final int CHOICES = 25;
    private static final int LONGEST_CHOICE = 100;

    private final Supplier<CommandDesk> desk;
    private final Calls calls;
    private final DiscordOptions options;
    private final Calling calling;
    private final Forms forms = new Forms();
    private final Acknowledging acknowledging;
    private final Answering answering;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("discord-command"));

    Interactions(Supplier<CommandDesk> desk, Calls calls, Posted posted, Locales locales, DiscordOptions options) {
        this.desk = desk;
        this.calls = calls;
        this.options = options;
        this.calling = new Calling(locales);
        this.acknowledging = new Acknowledging(calls);
        this.answering = new Answering(calls, posted, forms);
    }

    private void go(Runnable task) {
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } catch (CancellationException e) {
                    log.debug("an interaction was let go", e);
                } catch (RuntimeException e) {
                    log.error("an interaction failed", e);
                }
            });
        } catch (RejectedExecutionException e) {
            // closing
        }
    }

    private CommandMenu menu() {
        return new CommandMenu(desk.get().specs(), options.locale().orElse(Locale.ENGLISH));
    }

    @Override
    public void onReady(ReadyEvent event) {
        go(() -> CommandSync.run(event.getJDA(), calls, menu().commands()));
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        go(() -> menu().spec(event.getFullCommandName())
                .ifPresentOrElse(spec -> slash(event, spec), () -> outdated(event)));
    }

    private void slash(SlashCommandInteractionEvent event, CommandSpec spec) {
        CommandCall call = calling.call(event, spec.name(), Calling.options(spec, event.getOptions()));
        List<OptionMapping> files = event.getOptionsByType(OptionType.ATTACHMENT);
        if (Forms.likely(spec, call)) {
            Answer answer = desk.get().run(call);
            Optional<Part.Form> form = form(answer);
            if (form.isPresent()) {
                open(event, form.get(), call.locale());
            } else {
                deferred(event, spec, call, () -> answer);
            }
        } else {
            deferred(event, spec, call, () -> desk.get().run(Calling.with(files, call)));
        }
    }

    private static Optional<Part.Form> form(Answer answer) {
        return answer.parts().stream()
                .filter(Part.Form.class::isInstance)
                .map(Part.Form.class::cast)
                .findFirst();
    }

    private void open(IModalCallback event, Part.Form form, Locale locale) {
        event.replyModal(Forms.modal(forms.keep(form), form, locale))
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

    /** What was pressed or called is known no more. */
    private void outdated(Interaction event) {
        if (acknowledging.deferReply(event, true)) {
            CommandCall call = calling.call(event, "help", Map.of());
            answering.show(new Answering.Place(hook(event), true), call, Answer.say("discord.outdated"));
        }
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        go(() -> {
            String option = event.getFocusedOption().getName();
            List<String> choices = menu().spec(event.getFullCommandName())
                    .map(spec -> calling.call(event, spec.name(), Calling.options(spec, event.getOptions())))
                    .map(call -> desk.get().completions(call, option))
                    .orElse(List.of());
            event.replyChoiceStrings(choices(choices, event.getFocusedOption().getValue()))
                    .queue(done -> {}, failure -> log.debug("choices came too late: {}", failure.getMessage()));
        });
    }

    /** As many as Discord takes of those that have in them what was typed. */
    static List<String> choices(List<String> all, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(choice -> choice.toLowerCase(Locale.ROOT).contains(wanted))
                .filter(choice -> !choice.isBlank() && choice.length() <= LONGEST_CHOICE)
                .distinct()
                .limit(CHOICES)
                .toList();
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        go(() -> forms.find(event.getModalId(), Part.Form.class)
                .ifPresentOrElse(form -> filled(event, form), () -> outdated(event)));
    }

    private void filled(ModalInteractionEvent event, Part.Form form) {
        CommandCall call = Forms.filled(form, event.getValues());
        desk.get()
                .spec(call.name())
                .ifPresentOrElse(
                        spec -> deferred(event, spec, call, () -> desk.get().run(call)), () -> outdated(event));
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        go(() -> {
            Optional<ButtonId> control = ButtonId.read(event.getComponentId());
            Optional<Press> press = Press.read(event.getComponentId());
            if (control.isPresent()) {
                control(event, control.get());
            } else if (press.isPresent() && press.get().kind() == Press.Kind.FORM) {
                forms.find(press.get().id(), Part.Form.class)
                        .ifPresentOrElse(form -> open(event, form, calling.locale(event)), () -> outdated(event));
            } else {
                press.flatMap(one -> forms.find(one.id(), Part.Confirm.class))
                        .ifPresentOrElse(
                                question -> answered(event, press.orElseThrow(), question), () -> outdated(event));
            }
        });
    }

    /** What it does is seen; only where it does nothing is that said. */
    private void control(ButtonInteractionEvent event, ButtonId button) {
        CommandCall call = calling.call(event, button.command(), button.options());
        if (acknowledging.deferEdit(event)) {
            Answer answer = desk.get().run(call);
            if (Answering.outdated(answer)) {
                answering.takeButtons(hook(event));
            }
            if (Answering.refusal(answer)) {
                answering.follow(hook(event), call, answer);
            }
        }
    }

    /** A question is answered by whoever it was put to. */
    private void answered(ButtonInteractionEvent event, Press press, Part.Confirm question) {
        CommandCall presser = calling.call(event, question.call().name(), Map.of());
        if (!acknowledging.deferEdit(event)) {
            return;
        }
        if (!presser.user().equals(question.call().user())) {
            answering.follow(hook(event), presser, Answer.say("discord.not-yours"));
            return;
        }
        forms.forget(press.id());
        Answer answer = press.kind() == Press.Kind.YES ? desk.get().run(question.call()) : Answer.say("discord.left");
        answering.show(new Answering.Place(hook(event), event.getMessage().isEphemeral()), question.call(), answer);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
