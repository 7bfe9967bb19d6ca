package dramatis.testkit;

import static dramatis.testkit.DiscordServerPermission.ATTACH_FILES;
import static dramatis.testkit.DiscordServerPermission.EMBED_LINKS;
import static dramatis.testkit.DiscordServerPermission.READ_MESSAGE_HISTORY;
import static dramatis.testkit.DiscordServerPermission.SEND_MESSAGES;
import static dramatis.testkit.DiscordServerPermission.SEND_MESSAGES_IN_THREADS;
import static dramatis.testkit.DiscordServerPermission.VIEW_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscordServerRestTest {
    private final DiscordServer server = DiscordServer.start();
    private final DiscordServerHttp http = new DiscordServerHttp(server);
    private final DiscordServerGuild guild = server.guild("Whitby");
    private final DiscordServerChannel hall = guild.channel("hall");
    private final DiscordServerMember mina = guild.member("Mina");
    private final String posts = "channels/" + hall.id() + "/messages";

    @AfterEach
    void close() {
        server.close();
    }

    private static String content(String text) {
        return DiscordServerJson.json("content", text).toString();
    }

    @Test
    void wrongToken_isUnauthorized() {
        HttpRequest request = http.request("users/@me")
                .header("Authorization", "Bot of-nobody")
                .build();
        assertThat(http.send(request).refusal()).isEqualTo("401/0");
        assertThat(server.limits().invalidRequests()).isEqualTo(1);
    }

    @Test
    void unknown_isNotFound() {
        assertThat(http.get("nowhere").status()).isEqualTo(404);
        assertThat(http.get("channels/1").refusal()).isEqualTo("404/10003");
        assertThat(http.get(posts + "/1").refusal()).isEqualTo("404/10008");
        assertThat(http.get("guilds/1").refusal()).isEqualTo("404/10004");
        assertThat(http.get("webhooks/1").refusal()).isEqualTo("404/10015");
    }

    @Test
    void badText_isRefused() {
        assertThat(http.post(posts, content("x".repeat(2000))).status()).isEqualTo(200);
        assertThat(http.post(posts, content("x".repeat(2001))).refusal()).isEqualTo("400/50035");
        assertThat(http.post(posts, content(" ")).refusal()).isEqualTo("400/50006");
        assertThat(http.post(posts, "{").refusal()).isEqualTo("400/50109");
        assertThat(http.post(posts, "{\"content\": \"x\", \"nonce\": \"12345678901234567890123456\"}")
                        .refusal())
                .isEqualTo("400/50035");
        assertThat(hall.messages()).hasSize(1);
    }

    @Test
    void enforcedNonce_makesOneMessage() {
        String body = "{\"content\": \"once\", \"nonce\": \"a\", \"enforce_nonce\": true}";
        String first = http.post(posts, body).text("id");
        assertThat(http.post(posts, body).text("id")).isEqualTo(first);
        http.post(posts, "{\"content\": \"once\", \"nonce\": \"a\"}");
        server.forgetNonces();
        http.post(posts, body);
        assertThat(hall.texts()).containsExactly("once", "once", "once");
    }

    @Test
    void pages_ofMessages() {
        List<String> ids = List.of("0", "1", "2", "3", "4").stream()
                .map(it -> server.says(mina, hall, it).id())
                .toList();
        assertThat(texts("?limit=2")).containsExactly("4", "3");
        assertThat(texts("?before=" + ids.get(2))).containsExactly("1", "0");
        assertThat(texts("?limit=2&after=" + ids.get(0))).containsExactly("2", "1");
        assertThat(texts("?limit=3&around=" + ids.get(2))).containsExactly("3", "2", "1");
        assertThat(http.get(posts + "?limit=101").refusal()).isEqualTo("400/50035");
    }

    private List<String> texts(String query) {
        return http.get(posts + query).body().findValuesAsString("content");
    }

    @Test
    void permissions_areAskedFor() {
        hall.deny(guild.everyone(), SEND_MESSAGES);
        assertThat(http.post(posts, content("x")).refusal()).isEqualTo("403/50013");
        hall.allow(guild.botRole(), SEND_MESSAGES);
        assertThat(http.post(posts, content("x")).status()).isEqualTo(200);
        hall.deny(guild.self(), SEND_MESSAGES);
        assertThat(http.post(posts, content("x")).refusal()).isEqualTo("403/50013");
        hall.deny(guild.self(), VIEW_CHANNEL);
        assertThat(http.post(posts, content("x")).refusal()).isEqualTo("403/50001");
    }

    @Test
    void permissions_ofParts() {
        String first = http.post(posts, content("x")).text("id");
        hall.deny(guild.self(), EMBED_LINKS, ATTACH_FILES, READ_MESSAGE_HISTORY);
        assertThat(http.post(posts, "{\"embeds\": [{\"title\": \"x\"}]}").refusal())
                .isEqualTo("403/50013");
        assertThat(form("x", "a.txt", "hm").refusal()).isEqualTo("403/50013");
        assertThat(http.get(posts + "/" + first).refusal()).isEqualTo("403/50013");
        assertThat(texts("")).isEmpty();
        String reply = "{\"content\": \"x\", \"message_reference\": {\"message_id\": \"" + first + "\"}}";
        assertThat(http.post(posts, reply).refusal()).isEqualTo("400/160002");
    }

    @Test
    void threads_haveTheirOwnRight() {
        DiscordServerChannel thread = hall.thread("aside", mina);
        hall.deny(guild.self(), SEND_MESSAGES);
        String in = "channels/" + thread.id() + "/messages";
        assertThat(http.post(in, content("x")).status()).isEqualTo(200);
        hall.deny(guild.self(), SEND_MESSAGES_IN_THREADS);
        assertThat(http.post(in, content("x")).refusal()).isEqualTo("403/50013");
    }

    @Test
    void archivedThread_opensUnlessLocked() {
        DiscordServerChannel thread = hall.thread("aside", mina);
        String in = "channels/" + thread.id() + "/messages";
        thread.archive(false);
        assertThat(http.post(in, content("x")).status()).isEqualTo(200);
        assertThat(thread.archived()).isFalse();
        thread.archive(true);
        assertThat(http.post(in, content("x")).refusal()).isEqualTo("400/160005");
    }

    @Test
    void forumPost_isMade() {
        DiscordServerChannel forum = guild.forum("library");
        assertThat(http.post("channels/" + forum.id() + "/messages", content("x"))
                        .refusal())
                .isEqualTo("400/40058");
        String threads = "channels/" + forum.id() + "/threads";
        assertThat(http.post(threads, "{\"name\": \"Bats\", \"message\": {}}").refusal())
                .isEqualTo("400/50006");
        DiscordServerHttp.Answer made =
                http.post(threads, "{\"name\": \"Bats\", \"message\": {\"content\": \"They fly\"}}");
        assertThat(texts("channels/" + made.text("id") + "/messages", "")).containsExactly("They fly");
        assertThat(http.get("guilds/" + guild.id() + "/threads/active").body().findValuesAsString("name"))
                .containsExactly("Bats");
    }

    private List<String> texts(String path, String query) {
        return http.get(path + query).body().findValuesAsString("content");
    }

    @Test
    void others_cannotBeEditedNorDeleted() {
        DiscordServerMessage message = server.says(mina, hall, "mine");
        assertThat(http.patch(posts + "/" + message.id(), content("x")).refusal())
                .isEqualTo("403/50005");
        assertThat(http.delete(posts + "/" + message.id()).refusal()).isEqualTo("403/50013");
    }

    @Test
    void closedDms_areRefused() {
        String body = "{\"recipient_id\": \"" + mina.id() + "\"}";
        String dm = "channels/" + http.post("users/@me/channels", body).text("id") + "/messages";
        assertThat(http.post(dm, content("Psst")).status()).isEqualTo(200);
        mina.closesDms();
        assertThat(http.post(dm, content("Psst")).refusal()).isEqualTo("403/50007");
        assertThat(server.dm(mina).texts()).containsExactly("Psst");
    }

    @Test
    void pings_areThoseThatWereAllowed() {
        DiscordServerRole guests = guild.role("guests");
        String text = "@everyone @here " + mina.mention() + guests.mention();
        http.post(posts, content(text));
        assertThat(last().pings()).containsExactly("everyone", "here", "user:" + mina.id(), "role:" + guests.id());
        http.post(posts, "{\"content\": \"" + text + "\", \"allowed_mentions\": {\"parse\": []}}");
        assertThat(last().pings()).isEmpty();
        http.patch(posts + "/" + last().id(), content(text));
        assertThat(last().pings()).contains("everyone");
        http.post(posts, "{\"content\": \"" + text + "\", \"allowed_mentions\": {\"users\": [\"" + mina.id() + "\"]}}");
        assertThat(last().pings()).containsExactly("user:" + mina.id());
    }

    @Test
    void reply_pingsUnlessForbidden() {
        DiscordServerMessage message = server.says(mina, hall, "Hm?");
        String reply = "\"content\": \"Yes\", \"message_reference\": {\"message_id\": \"" + message.id() + "\"}";
        http.post(posts, "{" + reply + "}");
        assertThat(last().pings()).containsExactly("user:" + mina.id());
        assertThat(last().replyTo()).contains(message.id());
        http.post(posts, "{" + reply + ", \"allowed_mentions\": {\"parse\": []}}");
        assertThat(last().pings()).isEmpty();
    }

    private DiscordServerMessage last() {
        return hall.messages().get(hall.messages().size() - 1);
    }

    @Test
    void file_isAttached() {
        DiscordServerHttp.Answer answer = form("Look", "a.txt", "hm\r\n\u00e9");
        assertThat(answer.body().findValuesAsString("filename")).containsExactly("a.txt");
        assertThat(answer.text("content")).isEqualTo("Look");
        assertThat(answer.body().findValuesAsString("size")).containsExactly("6");
    }

    private DiscordServerHttp.Answer form(String text, String name, String file) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + file
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n" + content(text)
                + "\r\n--b--\r\n";
        return http.send("POST", posts, body, "multipart/form-data; boundary=b");
    }

    @Test
    void overLimit_isRefusedAndCounted() {
        server.limits().limit("POST /channels/{channel}/messages", 2, Duration.ofMinutes(1));
        http.post(posts, content("1"));
        assertThat(http.post(posts, content("2")).header("X-RateLimit-Remaining"))
                .isEqualTo("0");
        DiscordServerHttp.Answer third = http.post(posts, content("3"));
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.body().path("retry_after").asDouble()).isBetween(1.0, 60.0);
        assertThat(third.header("X-RateLimit-Scope")).isEqualTo("user");
        assertThat(server.limits().violations()).containsExactly("POST /channels/{channel}/messages " + hall.id());
        String elsewhere = "channels/" + guild.channel("crypt").id() + "/messages";
        assertThat(http.post(elsewhere, content("1")).status()).isEqualTo(200);
        server.limits().global(1, Duration.ofMinutes(1));
        http.get("users/@me");
        assertThat(http.get("users/@me").header("X-RateLimit-Global")).isEqualTo("true");
    }

    @Test
    void hang_isLetGo() {
        server.faults().next("POST /channels/{channel}/messages", DiscordServerFault.Kind.HANG);
        server.faults().goOn();
        assertThatThrownBy(() -> http.post(posts, content("x"))).isInstanceOf(UncheckedIOException.class);
        assertThat(server.faults().fired(DiscordServerFault.Kind.HANG)).isEqualTo(1);
        assertThat(hall.messages()).isEmpty();
    }

    @Test
    void schedule_sameSeedSameFaults() {
        List<DiscordServerFault> faults = List.of(
                DiscordServerFault.of(DiscordServerFault.Kind.ERROR),
                DiscordServerFault.of(DiscordServerFault.Kind.UNAVAILABLE));
        List<Integer> first = statuses(3, faults);
        assertThat(statuses(3, faults)).isEqualTo(first);
        assertThat(statuses(4, faults)).isNotEqualTo(first);
        assertThat(first).contains(200, 500, 503);
    }

    private List<Integer> statuses(long seed, List<DiscordServerFault> faults) {
        server.faults().schedule(seed, 0.5, faults);
        return List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12").stream()
                .map(it -> http.post(posts, content(it)).status())
                .toList();
    }

    @Test
    void withoutContentGranted_isBlind() {
        server.grantMessageContent(false);
        server.says(mina, hall, "secret");
        server.says(mina, hall, "for " + server.self().mention());
        server.attaches(mina, hall, "", DiscordServerFile.text("a.txt", "hm"));
        server.proxies("Luna", hall, "as Luna");
        http.post(posts, content("own"));
        assertThat(texts(""))
                .containsExactly("own", "", "", "for " + server.self().mention(), "");
        assertThat(http.get(posts).body().findValuesAsString("filename")).isEmpty();
    }

    @Test
    void badCommand_isRefused() {
        String commands = "applications/" + server.self().id() + "/commands";
        assertThat(http.put(commands, "[{\"name\": \"Persona\", \"description\": \"x\"}]")
                        .refusal())
                .isEqualTo("400/50035");
        assertThat(http.put(commands, "[{\"name\": \"persona\", \"description\": \"" + "x".repeat(101) + "\"}]")
                        .refusal())
                .isEqualTo("400/50035");
        assertThat(http.put(commands, "[{\"name\": \"persona\", \"description\": \"x\"}]")
                        .status())
                .isEqualTo(200);
        assertThat(http.put(commands, "[{}]").refusal()).isEqualTo("400/50035");
        assertThat(server.commandNames(guild)).containsExactly("persona");
    }
}
