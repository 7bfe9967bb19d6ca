package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Icon;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Webhook;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscordServerWebhookTest {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

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

    private Webhook webhook(String name) {
        return channel().createWebhook(name).complete();
    }

    @Test
    void post_hasNameAndPicture() throws IOException {
        Webhook webhook = channel()
                .createWebhook("Dracula")
                .setAvatar(Icon.from(PIXEL, Icon.IconType.PNG))
                .complete();
        Message sent = webhook.sendMessage("Good evening").complete();
        DiscordServerMessage message = hall.messages().get(0);
        assertThat(sent.getId()).isEqualTo(message.id());
        assertThat(message.authorName()).isEqualTo("Dracula");
        assertThat(message.avatar()).isEqualTo(hall.webhooks().get(0).avatar()).isNotEmpty();
        webhook.editMessageById(sent.getId(), "Good night").complete();
        assertThat(message.versions())
                .extracting(DiscordServerMessage.Version::text)
                .containsExactly("Good evening", "Good night");
        webhook.deleteMessageById(sent.getId()).complete();
        assertThat(message.deleted()).isTrue();
        assertThat(server.requestsFor(message))
                .extracting(DiscordServerRequest::method)
                .containsExactly("POST", "PATCH", "DELETE");
    }

    @Test
    void sixteenth_isRefused() {
        for (int i = 0; i < 15; i++) {
            webhook("w" + i);
        }
        assertThatThrownBy(() -> webhook("w15"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        it -> assertThat(it.getErrorCode()).isEqualTo(30007));
        assertThat(hall.webhooks()).hasSize(15);
    }

    @Test
    void deleted_isUnknown() {
        Webhook webhook = webhook("Dracula");
        hall.webhooks().get(0).delete();
        assertThatThrownBy(() -> webhook.sendMessage("Hm").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        it -> assertThat(it.getErrorCode()).isEqualTo(10015));
    }

    @Test
    void thread_takesPostsOfItsChannel() {
        DiscordServerChannel thread = hall.thread("aside", mina);
        webhook("Dracula").sendMessage("Psst").setThreadId(thread.id()).complete();
        assertThat(thread.texts()).containsExactly("Psst");
    }

    @Test
    void badGatewayAfter_doublesThePost() {
        Webhook webhook = webhook("Dracula");
        server.faults().next("POST /webhooks/{webhook}/{token}", DiscordServerFault.Kind.BAD_GATEWAY_AFTER);
        webhook.sendMessage("Twice").complete();
        assertThat(hall.texts()).containsExactly("Twice", "Twice");
        assertThat(hall.webhooks().get(0).posts()).isEqualTo(2);
    }

    @Test
    void pings_followTheAllowances() {
        Webhook webhook = webhook("Dracula");
        String text = "@everyone " + mina.mention();
        String id = webhook.sendMessage(text)
                .setAllowedMentions(List.of())
                .complete()
                .getId();
        DiscordServerMessage message = hall.messages().get(0);
        assertThat(message.pings()).isEmpty();
        new DiscordServerHttp(server)
                .patch(
                        "webhooks/" + webhook.getId() + "/" + webhook.getToken() + "/messages/" + id,
                        DiscordServerJson.json("content", text).toString());
        assertThat(message.pings()).containsExactly("user:" + mina.id());
        webhook.editMessageById(id, text)
                .setAllowedMentions(List.of(Message.MentionType.EVERYONE))
                .complete();
        assertThat(message.pings()).containsExactly("user:" + mina.id(), "everyone");
    }

    @Test
    void withoutTheRight_cannotBeMade() {
        hall.deny(guild.botRole(), DiscordServerPermission.MANAGE_WEBHOOKS);
        await().until(() -> !guildSelfMay());
        assertThatThrownBy(() -> webhook("Dracula")).isInstanceOf(InsufficientPermissionException.class);
    }

    private boolean guildSelfMay() {
        return channel().getGuild().getSelfMember().hasPermission(channel(), Permission.MANAGE_WEBHOOKS);
    }

    @Test
    void proxied_comesFromAWebhook() {
        server.proxies("Luna", hall, "I am Luna");
        await().until(() -> client.heard().contains("I am Luna"));
        assertThat(hall.messages().get(0).webhook()).isPresent();
    }
}
