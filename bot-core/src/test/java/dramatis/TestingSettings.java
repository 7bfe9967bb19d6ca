package dramatis;

import dramatis.address.ChannelSettings;
import dramatis.delivery.Thoughts;
import dramatis.inference.Sampling;
import dramatis.message.UserRef;
import dramatis.persona.Quota;
import dramatis.turn.TurnIntake;
import dramatis.turn.TurnPlayer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Settings for tests: one seat, small limits, Ada where nobody was chosen. */
public final class TestingSettings {
    private Set<UserRef> owners = Set.of();
    private Sampling sampling = Sampling.DEFAULT;
    private Duration patience = Duration.ofHours(1);
    private Duration pause = Duration.ofMillis(100);
    private Map<String, Thoughts> thoughts = Map.of();
    private Quota quota = Quota.DEFAULT;

    public TestingSettings owner(UserRef user) {
        owners = Set.of(user);
        return this;
    }

    public TestingSettings sampling(Sampling value) {
        sampling = value;
        return this;
    }

    /** @param value how long a turn waits for a model that cannot be reached */
    public TestingSettings patience(Duration value) {
        patience = value;
        return this;
    }

    /** @param value between two tries to reach it */
    public TestingSettings pause(Duration value) {
        pause = value;
        return this;
    }

    public TestingSettings thoughts(String platform, Thoughts value) {
        thoughts = Map.of(platform, value);
        return this;
    }

    public TestingSettings quota(Quota value) {
        quota = value;
        return this;
    }

    public Bot.Settings build() {
        return new Bot.Settings(
                "ada",
                owners,
                1,
                50,
                new TurnPlayer.Settings(sampling, Duration.ofHours(24), patience, pause),
                new TurnIntake.Limits(5, 400),
                ChannelSettings.DEFAULT,
                thoughts,
                quota);
    }
}
