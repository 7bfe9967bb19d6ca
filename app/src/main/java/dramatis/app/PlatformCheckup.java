package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.discord.DiscordHealth;
import dramatis.telegram.TelegramHealth;
import java.util.ArrayList;
import java.util.List;

/** Looks whether the platforms that the settings name let the bot do what it is to do. Answers nobody there. */
final class PlatformCheckup {
    private final Settings settings;

    PlatformCheckup(Settings settings) {
        this.settings = requireNonNull(settings, "settings");
    }

    /** Asks each platform; may take half a minute. */
    List<Finding> look() {
        var findings = new ArrayList<Finding>();
        settings.discord().ifPresent(discord -> findings.addAll(discord(discord)));
        settings.telegram().ifPresent(telegram -> findings.addAll(telegram(telegram)));
        return findings;
    }

    private List<Finding> discord(PlatformSettings discord) {
        var look = DiscordHealth.ask(Platforms.discord(settings, discord));
        return look.invite()
                .map(invite -> found("Discord lets the bot in; invite it to a server: " + invite, look.problems()))
                .orElseGet(() -> errors(look.problems()));
    }

    private List<Finding> telegram(PlatformSettings telegram) {
        var health = TelegramHealth.ask(
                Platforms.telegram(settings, telegram), settings.channel().triggers());
        return health.name()
                .map(name -> found("Telegram knows the bot as " + name, health.problems()))
                .orElseGet(() -> errors(health.problems()));
    }

    private static List<Finding> found(String good, List<String> problems) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok(good));
        problems.forEach(problem -> findings.add(Finding.warning(problem, "")));
        return findings;
    }

    private static List<Finding> errors(List<String> problems) {
        return problems.stream().map(problem -> Finding.error(problem, "")).toList();
    }
}
