package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscordServerTest {
    private final DiscordServer server = DiscordServer.start();
    private final DiscordServerGuild guild = server.guild("Whitby");
    private final DiscordServerChannel hall = guild.channel("hall");
    private final DiscordServerMember mina = guild.member("Mina");
    private DiscordServerClient client;

    @BeforeEach
    void connect() throws InterruptedException {
        client = DiscordServerClient.connect(server);
    }

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        server.close();
    }

    private TextChannel channel() {
        return client.jda().getTextChannelById(hall.id());
    }

    @Test
    void login_whole() {
        assertThat(client.jda().getStatus()).isEqualTo(JDA.Status.CONNECTED);
        assertThat(client.jda().getSelfUser().getId()).isEqualTo(server.self().id());
        assertThat(channel().getName()).isEqualTo("hall");
        assertThat(client.jda().retrieveApplicationInfo().complete().getOwner().getId())
                .isEqualTo(server.owner().id());
    }

    @Test
    void message_received() {
        server.says(mina, hall, "Good evening");
        await().untilAsserted(() -> assertThat(client.heard()).containsExactly("Good evening"));
        MessageReceivedEvent event = client.events(MessageReceivedEvent.class).get(0);
        assertThat(event.getMember().getEffectiveName()).isEqualTo("Mina");
        assertThat(event.getChannel().getId()).isEqualTo(hall.id());
    }

    @Test
    void send_withNonce() {
        channel().sendMessage("I am here").setNonce("t1p0a0").complete();
        assertThat(hall.texts()).containsExactly("I am here");
        assertThat(hall.messages().get(0).nonce()).isEqualTo("t1p0a0");
        assertThat(hall.messages().get(0).authorId()).isEqualTo(server.self().id());
    }

    @Test
    void slash_acknowledged() {
        client.jda()
                .updateCommands()
                .addCommands(Commands.slash("persona", "Who plays")
                        .addSubcommands(
                                new SubcommandData("use", "Choose").addOption(OptionType.STRING, "name", "Whom", true)))
                .complete();
        client.on(event -> {
            if (event instanceof SlashCommandInteractionEvent slash) {
                slash.reply("Now " + slash.getOption("name").getAsString() + " plays.")
                        .setEphemeral(true)
                        .queue();
            }
        });
        DiscordServerInteraction asked = server.slash(mina, hall, "persona use", Map.of("name", "dracula"));
        await().untilAsserted(() -> assertThat(asked.texts()).containsExactly("Now dracula plays."));
        assertThat(asked.answers().get(0).ephemeral()).isTrue();
        assertThat(hall.messages()).isEmpty();
    }

    @Test
    void privateMessage_received() {
        server.says(mina, server.dm(mina), "Psst");
        await().untilAsserted(() -> assertThat(client.heard()).containsExactly("Psst"));
        MessageReceivedEvent event = client.events(MessageReceivedEvent.class).get(0);
        assertThat(event.isFromGuild()).isFalse();
        event.getChannel().sendMessage("Yes?").complete();
        assertThat(server.dm(mina).texts()).containsExactly("Psst", "Yes?");
    }

    @Test
    void privateChat_refused() {
        mina.closesDms();
        PrivateChannel chat = client.jda().openPrivateChannelById(mina.id()).complete();
        assertThatThrownBy(() -> chat.sendMessage("Psst").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        it -> assertThat(it.getErrorResponse()).isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER));
    }

    @Test
    void mentionsAndReplies_received() {
        DiscordServerMessage first =
                server.says(mina, hall, "You, " + server.self().mention());
        server.replies(mina, first, "Well?");
        await().untilAsserted(() -> assertThat(client.heard()).hasSize(2));
        List<MessageReceivedEvent> events = client.events(MessageReceivedEvent.class);
        assertThat(events.get(0).getMessage().getMentions().getUsers())
                .containsExactly(client.jda().getSelfUser());
        assertThat(events.get(1).getMessage().getReferencedMessage().getId()).isEqualTo(first.id());
    }

    @Test
    void attachmentsAndStickers_received() {
        server.attaches(mina, hall, "Look", DiscordServerFile.text("a.txt", "hm"));
        server.sticks(mina, hall, "Wave");
        await().untilAsserted(() -> assertThat(client.heard()).hasSize(2));
        List<MessageReceivedEvent> events = client.events(MessageReceivedEvent.class);
        assertThat(events.get(0).getMessage().getAttachments().get(0).getFileName())
                .isEqualTo("a.txt");
        assertThat(events.get(1).getMessage().getStickers().get(0).getName()).isEqualTo("Wave");
    }

    @Test
    void otherBots_areTold() {
        DiscordServerMember bot = guild.bot("Carl");
        server.says(bot, hall, "beep");
        await().untilAsserted(() -> assertThat(client.heard()).containsExactly("beep"));
        assertThat(client.events(MessageReceivedEvent.class).get(0).getAuthor().isBot())
                .isTrue();
    }

    @Test
    void history_read() {
        server.says(mina, hall, "one");
        server.says(mina, hall, "two");
        assertThat(channel().getHistory().retrievePast(10).complete())
                .extracting(Message::getContentRaw)
                .containsExactly("two", "one");
    }

    @Test
    void typing_shown() {
        channel().sendTyping().complete();
        assertThat(hall.typed()).isEqualTo(1);
    }

    @Test
    void ownRoles_areTold() {
        guild.self().with(guild.role("keeper", DiscordServerPermission.MANAGE_MESSAGES));
        await().until(() -> channel().getGuild().getSelfMember().hasPermission(channel(), Permission.MESSAGE_MANAGE));
    }

    @Test
    void manyDeleted_told() {
        DiscordServerMessage one = server.says(mina, hall, "one");
        DiscordServerMessage two = server.says(mina, hall, "two");
        server.deletes(List.of(one, two));
        await().untilAsserted(() ->
                assertThat(client.events(MessageDeleteEvent.class)).hasSize(2));
        assertThat(hall.messages()).isEmpty();
    }

    @Test
    void channelsAndThreads_changed() {
        guild.permit(guild.botRole(), DiscordServerPermission.MANAGE_CHANNELS);
        await().until(() -> channel().getGuild().getSelfMember().hasPermission(channel(), Permission.MANAGE_CHANNEL));
        channel().getManager().setName("parlour").complete();
        assertThat(hall.name()).isEqualTo("parlour");
        channel().createThreadChannel("aside").complete();
        hall.delete();
        await().until(() -> channel() == null);
    }
}
