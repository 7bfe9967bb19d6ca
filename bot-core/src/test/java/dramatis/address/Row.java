package dramatis.address;

import dramatis.address.Decision.Answer;
import dramatis.address.Decision.Ignore;
import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a table about decisions, in words.
 *
 * @param text the message
 * @param given what differs from a person's message in a channel with default settings and chosen characters: bot, own,
 *     webhook, blocked, optout, direct, mention, reply, reply=Name, unchosen, on=TRIGGERS, listen=addressed, cap=N,
 *     bots=N (answered since a person spoke), cooldown=S, ago=S (seconds since the last answer); a hyphen for nothing
 * @param cast names joined by semicolons, other names of one behind slashes; ids are the first names
 */
record Row(String text, String given, String cast) {
    static final ConversationRef TAVERN = new ConversationRef("discord", "tavern", "");
    static final UserRef ADA = new UserRef("discord", "1");
    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    /** In the words of the table: the trigger and who answers, or overheard or ignored and why. */
    String decided(long seed) {
        Decision decision = new Attention(seed).decide(message(), settings(), present());
        if (decision instanceof Answer answer) {
            return answer.trigger() + " " + answer.personaId();
        }
        return decision instanceof Ignore ignore
                ? "ignored " + ignore.why()
                : "overheard " + ((Decision.Overhear) decision).why();
    }

    private InboundMessage message() {
        AuthorKind kind = has("bot") ? AuthorKind.BOT : has("own") ? AuthorKind.OWN : AuthorKind.PERSON;
        Addressing addressing = has("direct")
                ? Addressing.DIRECT
                : has("mention") ? Addressing.MENTION : has("reply") ? Addressing.REPLY : Addressing.NONE;
        return message("1", kind, text, addressing, NOON);
    }

    static InboundMessage message(String id, AuthorKind kind, String text, Addressing addressing, Instant at) {
        return new InboundMessage(
                new MessageRef(TAVERN, id),
                Place.of(TAVERN),
                ADA,
                "Ada",
                kind,
                text,
                Optional.empty(),
                addressing,
                Locale.ENGLISH,
                at);
    }

    private ChannelSettings settings() {
        ChannelSettings settings = ChannelSettings.DEFAULT
                .withListen(has("listen=addressed") ? Listen.ADDRESSED : Listen.ALL)
                .withCooldown(Duration.ofSeconds(number("cooldown").orElse(0)));
        settings = value("on").map(Triggers::parse).map(settings::withTriggers).orElse(settings);
        return number("cap").map(settings::withBotTurnCap).orElse(settings);
    }

    private Present present() {
        Recent recent = new Recent(number("bots").orElse(0), number("ago").map(NOON::minusSeconds));
        return new Present(
                members(cast),
                !has("unchosen"),
                value("reply"),
                has("webhook") ? Set.of(ADA) : Set.of(),
                has("blocked") ? Set.of(ADA) : Set.of(),
                has("optout") ? Set.of(ADA) : Set.of(),
                recent);
    }

    static List<Present.Member> members(String cast) {
        return Arrays.stream(cast.split(";"))
                .map(names -> List.of(names.strip().split("/")))
                .map(names -> new Present.Member(names.get(0), names))
                .toList();
    }

    private boolean has(String word) {
        return List.of(given.split(" ")).contains(word);
    }

    private Optional<String> value(String key) {
        return Arrays.stream(given.split(" "))
                .filter(word -> word.startsWith(key + "="))
                .map(word -> word.substring(key.length() + 1).replace('_', ' '))
                .findFirst();
    }

    private Optional<Integer> number(String key) {
        return value(key).map(Integer::valueOf);
    }
}
