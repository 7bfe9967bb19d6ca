package dramatis.discord;

import dramatis.command.CommandCall;
import dramatis.command.CommandDesk;
import dramatis.command.CommandSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
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
    private final Responding responding;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("discord-command"));

    Interactions(Supplier<CommandDesk> desk, Calls calls, Posted posted, Locales locales, DiscordOptions options) {
        this.desk = desk;
        this.calls = calls;
        this.options = options;
        this.calling = new Calling(locales);
        this.responding = new Responding(desk, calling, calls, posted);
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
        go(() -> CommandSync.run(event.getJDA(), calls, menu().all()));
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        go(() -> menu().spec(event.getFullCommandName())
                .ifPresentOrElse(spec -> slash(event, spec), () -> responding.outdated(event)));
    }

    private void slash(SlashCommandInteractionEvent event, CommandSpec spec) {
        CommandCall call = calling.call(event, spec.name(), Calling.options(spec, event.getOptions()));
        List<OptionMapping> files = event.getOptionsByType(OptionType.ATTACHMENT);
        responding.called(event, spec, call, () -> Calling.with(files, call));
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        go(() -> menu().specOfMenu(event.getName())
                .ifPresentOrElse(spec -> onMessage(event, spec), () -> responding.outdated(event)));
    }

    private void onMessage(MessageContextInteractionEvent event, CommandSpec spec) {
        Map<String, String> message =
                Map.of(CommandSpec.Option.message().name(), event.getTarget().getId());
        CommandCall call = calling.call(event, spec.name(), message);
        responding.called(event, spec, call, () -> call);
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
        go(() -> responding.filled(event));
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        go(() -> responding.pressed(event));
    }

    @Override
    public void close() {
        Daemons.end(threads);
    }
}
