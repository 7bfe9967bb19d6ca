package dramatis.address;

import static java.util.Objects.requireNonNull;

import dramatis.message.UserNotice;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How the bot behaves in a channel.
 *
 * @param triggers what it answers
 * @param scope what shares one conversation
 * @param listen what it overhears
 * @param cooldown how long after a message that it answered it does not answer another, in whole seconds up to a day;
 *     messages of people that mention it or reply to it do not wait
 * @param botTurnCap how many messages of other bots it answers before a person speaks again, from 0 to 100
 * @param streaming whether a reply shows while it is written
 */
public record ChannelSettings(
        Triggers triggers, Scope scope, Listen listen, Duration cooldown, int botTurnCap, boolean streaming) {
    private static final Duration LONGEST_COOLDOWN = Duration.ofDays(1);
    private static final int MOST_BOT_TURNS = 100;

    /** Where nobody chose. */
    public static final ChannelSettings DEFAULT =
            new ChannelSettings(Triggers.DEFAULT, Scope.THREAD, Listen.ALL, Duration.ZERO, 3, true);

    /** @throws SettingException where the cooldown or the cap is out of its range */
    public ChannelSettings {
        requireNonNull(triggers, "triggers");
        requireNonNull(scope, "scope");
        requireNonNull(listen, "listen");
        cooldown = cooldown.truncatedTo(ChronoUnit.SECONDS);
        if (cooldown.isNegative() || cooldown.compareTo(LONGEST_COOLDOWN) > 0) {
            throw new SettingException(UserNotice.of("channel.cooldown.range"));
        }
        if (botTurnCap < 0 || botTurnCap > MOST_BOT_TURNS) {
            throw new SettingException(UserNotice.of("channel.bot-turns.range", MOST_BOT_TURNS));
        }
    }

    public ChannelSettings withTriggers(Triggers value) {
        return new ChannelSettings(value, scope, listen, cooldown, botTurnCap, streaming);
    }

    public ChannelSettings withScope(Scope value) {
        return new ChannelSettings(triggers, value, listen, cooldown, botTurnCap, streaming);
    }

    public ChannelSettings withListen(Listen value) {
        return new ChannelSettings(triggers, scope, value, cooldown, botTurnCap, streaming);
    }

    public ChannelSettings withCooldown(Duration value) {
        return new ChannelSettings(triggers, scope, listen, value, botTurnCap, streaming);
    }

    public ChannelSettings withBotTurnCap(int value) {
        return new ChannelSettings(triggers, scope, listen, cooldown, value, streaming);
    }

    public ChannelSettings withStreaming(boolean value) {
        return new ChannelSettings(triggers, scope, listen, cooldown, botTurnCap, value);
    }
}
