package dramatis.app;

import dramatis.discord.DiscordOptions;
import dramatis.telegram.TelegramOptions;

/** Gives the adapters the settings that they ask for. */
final class Platforms {
    private Platforms() {}

    static DiscordOptions discord(Settings settings, PlatformSettings discord) {
        return new DiscordOptions(
                discord.token().value(),
                discord.api().orElse(DiscordOptions.API),
                discord.owner(),
                settings.language());
    }

    static TelegramOptions telegram(Settings settings, PlatformSettings telegram) {
        return new TelegramOptions(
                telegram.token().value(),
                telegram.api().orElse(TelegramOptions.API),
                telegram.owner(),
                settings.language());
    }
}
