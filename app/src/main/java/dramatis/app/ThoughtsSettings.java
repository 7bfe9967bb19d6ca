package dramatis.app;

import dramatis.delivery.Thoughts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where thoughts go until the owner chooses. */
final class ThoughtsSettings {
    private static final Pattern CHANNEL = Pattern.compile("(discord|telegram):(-?[0-9]{1,20})");
    private static final String ALLOWED = "off, dm, discord:ID or telegram:ID";

    private ThoughtsSettings() {}

    /** By platform. */
    static Map<String, Thoughts> of(Values values) {
        return values.value(Key.THOUGHTS, ALLOWED, ThoughtsSettings::parsed);
    }

    private static Optional<Map<String, Thoughts>> parsed(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        var channel = CHANNEL.matcher(word);
        if (channel.matches()) {
            return Optional.of(Map.of(channel.group(1), Thoughts.in(channel.group(2))));
        }
        return switch (word) {
            case "off" -> Optional.of(Map.of());
            case "dm" -> Optional.of(Map.of("discord", Thoughts.DM, "telegram", Thoughts.DM));
            default -> Optional.empty();
        };
    }
}
