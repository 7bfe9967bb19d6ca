package dramatis.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChannelSettingsTest {
    @Test
    void defaults_areThoseOfTheSettingsTable() {
        assertThat(ChannelSettings.DEFAULT)
                .isEqualTo(new ChannelSettings(
                        Triggers.parse("mention,reply,name"), Scope.THREAD, Listen.ALL, Duration.ZERO, 3, true));
    }

    @Test
    void with_eachValue_changesThatAlone() {
        ChannelSettings changed = ChannelSettings.DEFAULT
                .withTriggers(Triggers.COMMANDS)
                .withScope(Scope.USER)
                .withListen(Listen.ADDRESSED)
                .withCooldown(Duration.ofSeconds(30))
                .withBotTurnCap(7)
                .withStreaming(false);

        assertThat(changed)
                .isEqualTo(new ChannelSettings(
                        Triggers.COMMANDS, Scope.USER, Listen.ADDRESSED, Duration.ofSeconds(30), 7, false));
    }

    @Test
    void cooldown_partsOfASecond_areCutOff() {
        assertThat(ChannelSettings.DEFAULT.withCooldown(Duration.ofMillis(1999)).cooldown())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void cooldown_outOfRange_saysSo() {
        for (Duration wrong : new Duration[] {Duration.ofSeconds(-1), Duration.ofHours(25)}) {
            assertThatThrownBy(() -> ChannelSettings.DEFAULT.withCooldown(wrong))
                    .isInstanceOf(SettingException.class)
                    .hasMessage("The cooldown must be from nothing to 24 hours.");
        }
        assertThat(ChannelSettings.DEFAULT.withCooldown(Duration.ofDays(1)).cooldown())
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void botTurnCap_outOfRange_saysSo() {
        for (int wrong : new int[] {-1, 101}) {
            assertThatThrownBy(() -> ChannelSettings.DEFAULT.withBotTurnCap(wrong))
                    .isInstanceOf(SettingException.class)
                    .hasMessage("The number of bot messages answered in a row must be from 0 to 100.");
        }
    }
}
