package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
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
}
