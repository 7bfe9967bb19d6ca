package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.address.ChannelSettings;
import dramatis.address.Scope;
import dramatis.delivery.Thoughts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be set, checked.
 *
 * @param channel how the bot behaves in channels where nobody chose
 * @param language of what the program says; empty for the person's
 */
record Settings(
        ModelSettings model,
        SamplingSettings sampling,
        TurnSettings turns,
        CharacterSettings characters,
        ChannelSettings channel,
        DataSettings data,
        Optional<PlatformSettings> discord,
        Optional<PlatformSettings> telegram,
        Map<String, Thoughts> thoughts,
        MetricsSettings metrics,
        LogSettings log,
        Optional<Locale> language) {
    Settings {
        requireNonNull(model, "model");
        requireNonNull(sampling, "sampling");
        requireNonNull(turns, "turns");
        requireNonNull(characters, "characters");
        requireNonNull(channel, "channel");
        requireNonNull(data, "data");
        requireNonNull(discord, "discord");
        requireNonNull(telegram, "telegram");
        thoughts = Map.copyOf(thoughts);
        requireNonNull(metrics, "metrics");
        requireNonNull(log, "log");
        requireNonNull(language, "language");
    }

    /**
     * Reads them from the command line over the environment over {@code .env} over the defaults.
     *
     * @param directory the working directory
     * @throws SettingsException with all that is wrong
     */
    static Settings read(Map<String, String> commandLine, Map<String, String> environment, Path directory) {
        return of(Layers.read(commandLine, environment, directory), directory);
    }

    /** @throws SettingsException with all that is wrong */
    static Settings of(Layers layers, Path directory) {
        var values = new Values(layers, directory);
        var settings = new Settings(
                ModelSettings.of(values, layers),
                SamplingSettings.of(values),
                TurnSettings.of(values),
                CharacterSettings.of(values),
                channel(values),
                DataSettings.of(values),
                PlatformSettings.discord(values),
                PlatformSettings.telegram(values),
                ThoughtsSettings.of(values),
                MetricsSettings.of(values),
                LogSettings.of(values),
                values.language(Key.LANGUAGE));
        if (!values.problems().isEmpty()) {
            throw new SettingsException(values.problems());
        }
        return settings;
    }

    private static ChannelSettings channel(Values values) {
        return ChannelSettings.DEFAULT
                .withTriggers(values.triggers(Key.TRIGGER))
                .withScope(values.oneOf(Key.SCOPE, Scope.class));
    }

    Settings withSeed(long seed) {
        return new Settings(
                model,
                sampling.withSeed(seed),
                turns,
                characters,
                channel,
                data,
                discord,
                telegram,
                thoughts,
                metrics,
                log,
                language);
    }
}
