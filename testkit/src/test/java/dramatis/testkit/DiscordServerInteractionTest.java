package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscordServerInteractionTest {
    private final DiscordServer server = DiscordServer.start();
    private final DiscordServerGuild guild = server.guild("Whitby");
    private final DiscordServerChannel hall = guild.channel("hall");
    private final DiscordServerMember mina = guild.member("Mina");
    private DiscordServerClient client;

    @BeforeEach
    void connect() throws InterruptedException {
        client = DiscordServerClient.connect(server);
        OptionData name = new OptionData(OptionType.STRING, "name", "Whom", true, true);
        client.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("persona", "Who plays")
                                .addSubcommands(
                                        new SubcommandData("use", "Choose").addOptions(name),
                                        new SubcommandData("import", "Read a file")
                                                .addOption(OptionType.ATTACHMENT, "file", "Which", true)),
                        Commands.slash("greet", "Greets").addOption(OptionType.USER, "whom", "Whom"),
                        Commands.message("Undo"))
                .complete();
    }

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        server.close();
    }

    private <T extends GenericEvent> void on(Class<T> type, Consumer<T> answer) {
        client.on(event -> {
            if (type.isInstance(event)) {
                answer.accept(type.cast(event));
            }
        });
    }

    private static void awaitTexts(DiscordServerInteraction asked, String... texts) {
        await().untilAsserted(() -> assertThat(asked.texts()).containsExactly(texts));
    }

    @Test
    void commands_areOffered() {
        assertThat(server.commandNames(guild)).containsExactly("persona", "greet", "Undo");
        guildCommands();
        assertThat(server.commandNames(guild)).containsExactly("here", "persona", "greet", "Undo");
    }

    private void guildCommands() {
        client.jda()
                .getGuildById(guild.id())
                .updateCommands()
                .addCommands(Commands.slash("here", "Only here"))
                .complete();
    }

    @Test
    void defer_thinksThenSays() {
        CompletableFuture<SlashCommandInteractionEvent> came = new CompletableFuture<>();
        on(SlashCommandInteractionEvent.class, it -> it.deferReply().queue(hook -> came.complete(it)));
        DiscordServerInteraction asked = server.slash(mina, hall, "greet", Map.of("whom", guild.owner()));
        SlashCommandInteractionEvent event = came.join();
        assertThat(asked.deferred()).isTrue();
        assertThat(asked.original().orElseThrow().loading()).isTrue();
        assertThat(event.getOption("whom").getAsMember().getId())
                .isEqualTo(guild.owner().id());
        event.getHook().editOriginal("Good evening").complete();
        event.getHook().sendMessage("And once more").setEphemeral(true).complete();
        assertThat(asked.texts()).containsExactly("Good evening", "And once more");
        assertThat(hall.texts()).containsExactly("Good evening");
        event.getHook().deleteOriginal().complete();
        assertThat(hall.texts()).isEmpty();
    }

    @Test
    void lostCallback_isAcknowledgedAlready() {
        server.faults()
                .next("POST /interactions/{interaction}/{token}/callback", DiscordServerFault.Kind.BAD_GATEWAY_AFTER);
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        on(
                SlashCommandInteractionEvent.class,
                it -> it.reply("Hm").queue(hook -> failed.cancel(true), failed::complete));
        DiscordServerInteraction asked = server.slash(mina, hall, "greet", Map.of());
        assertThat(((ErrorResponseException) failed.join()).getErrorCode()).isEqualTo(40060);
        assertThat(asked.texts()).containsExactly("Hm");
    }

    @Test
    void late_isUnknown() {
        server.answerWithin(Duration.ZERO);
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        on(
                SlashCommandInteractionEvent.class,
                it -> it.reply("Hm").queue(hook -> failed.cancel(true), failed::complete));
        server.slash(mina, hall, "greet", Map.of());
        assertThat(((ErrorResponseException) failed.join()).getErrorCode()).isEqualTo(10062);
        assertThat(hall.everything()).isEmpty();
    }

    @Test
    void expired_takesNoMore() {
        CompletableFuture<SlashCommandInteractionEvent> came = new CompletableFuture<>();
        on(SlashCommandInteractionEvent.class, it -> it.deferReply(true).queue(hook -> came.complete(it)));
        DiscordServerInteraction asked = server.slash(mina, hall, "greet", Map.of());
        SlashCommandInteractionEvent event = came.join();
        asked.expire();
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        event.getHook().editOriginal("Late").queue(it -> failed.cancel(true), failed::complete);
        assertThat(((ErrorResponseException) failed.join()).getErrorCode()).isEqualTo(50027);
    }

    @Test
    void autocomplete_offers() {
        on(
                CommandAutoCompleteInteractionEvent.class,
                it -> it.replyChoice("Count " + it.getFocusedOption().getValue(), "dracula")
                        .queue());
        DiscordServerInteraction asked = server.autocomplete(mina, hall, "persona use", "name", "dra");
        await().untilAsserted(() -> assertThat(asked.choices()).containsExactly("dracula"));
        assertThat(asked.choiceNames()).containsExactly("Count dra");
    }

    @Test
    void button_editsItsMessage() {
        on(
                SlashCommandInteractionEvent.class,
                it -> it.reply("Sure?")
                        .addComponents(ActionRow.of(Button.danger("yes", "Yes"), Button.secondary("no", "No")))
                        .queue());
        on(
                ButtonInteractionEvent.class,
                it -> it.editMessage("Done: " + it.getComponentId())
                        .setComponents()
                        .queue());
        DiscordServerInteraction asked = server.slash(mina, hall, "greet", Map.of());
        awaitTexts(asked, "Sure?");
        DiscordServerMessage message = hall.messages().get(0);
        assertThat(message.customIds()).containsExactly("yes", "no");
        DiscordServerInteraction pressed = server.press(mina, message, "yes");
        await().untilAsserted(() -> assertThat(message.text()).isEqualTo("Done: yes"));
        assertThat(pressed.original()).contains(message);
        assertThat(message.customIds()).isEmpty();
    }

    @Test
    void menuOfValues_isChosenFrom() {
        on(
                SlashCommandInteractionEvent.class,
                it -> it.reply("Who?")
                        .setEphemeral(true)
                        .addComponents(ActionRow.of(StringSelectMenu.create("who")
                                .addOption("Dracula", "dracula")
                                .build()))
                        .queue());
        on(
                StringSelectInteractionEvent.class,
                it -> it.editMessage("Chosen: " + it.getValues()).queue());
        DiscordServerInteraction asked = server.slash(mina, hall, "greet", Map.of());
        awaitTexts(asked, "Who?");
        server.choose(mina, asked.answers().get(0), "who", "dracula");
        awaitTexts(asked, "Chosen: [dracula]");
    }

    @Test
    void window_isFilledIn() {
        TextInput profile =
                TextInput.create("profile", TextInputStyle.PARAGRAPH).build();
        Modal modal = Modal.create("create", "A character")
                .addComponents(Label.of("Profile", profile))
                .build();
        on(SlashCommandInteractionEvent.class, it -> it.replyModal(modal).queue());
        on(
                ModalInteractionEvent.class,
                it -> it.reply("Made: " + it.getValue("profile").getAsString()).queue());
        DiscordServerInteraction asked = server.slash(mina, hall, "greet", Map.of());
        await().untilAsserted(() -> assertThat(asked.modal()).contains("create"));
        assertThat(asked.modalFields()).containsExactly("profile");
        awaitTexts(server.submit(mina, asked, Map.of("profile", "A count")), "Made: A count");
    }

    @Test
    void messageMenu_namesTheMessage() {
        on(
                MessageContextInteractionEvent.class,
                it -> it.reply("Undone: " + it.getTarget().getContentRaw()).queue());
        DiscordServerMessage message = server.says(mina, hall, "Oh");
        awaitTexts(server.menu(mina, message, "Undo"), "Undone: Oh");
    }

    @Test
    void file_canBeFetched() throws IOException {
        CompletableFuture<String> address = new CompletableFuture<>();
        on(
                SlashCommandInteractionEvent.class,
                it -> address.complete(it.getOption("file").getAsAttachment().getUrl()));
        DiscordServerFile card = DiscordServerFile.text("card.json", "{}");
        server.slash(mina, hall, "persona import", Map.of("file", card));
        try (InputStream in = URI.create(address.join()).toURL().openStream()) {
            assertThat(in.readAllBytes()).isEqualTo(card.content());
        }
    }

    @Test
    void slashInDm_answeredThere() {
        on(SlashCommandInteractionEvent.class, it -> it.reply("Here").queue());
        awaitTexts(server.slash(mina, server.dm(mina), "greet", Map.of()), "Here");
        assertThat(server.dm(mina).texts()).containsExactly("Here");
    }
}
