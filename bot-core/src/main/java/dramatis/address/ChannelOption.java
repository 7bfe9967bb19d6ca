package dramatis.address;

import dramatis.message.UserNotice;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of a channel one by one, as people read and write them. */
public enum ChannelOption {
    TRIGGER("mention,reply,name mention reply name all chance=0.1 commands") {
        @Override
        public String text(ChannelSettings settings) {
            return settings.triggers().text();
        }

        @Override
        public ChannelSettings with(ChannelSettings settings, String text) {
            return settings.withTriggers(Triggers.parse(text));
        }
    },
    SCOPE("thread channel user") {
        @Override
        public String text(ChannelSettings settings) {
            return lower(settings.scope());
        }

        @Override
        public ChannelSettings with(ChannelSettings settings, String text) {
            return settings.withScope(one(Scope.values(), text));
        }
    },
    LISTEN("all addressed") {
        @Override
        public String text(ChannelSettings settings) {
            return lower(settings.listen());
        }

        @Override
        public ChannelSettings with(ChannelSettings settings, String text) {
            return settings.withListen(one(Listen.values(), text));
        }
    },
    /** As text, a number and s, m or h; without a letter it is seconds. */
    COOLDOWN("0s 10s 30s 1m 5m") {
        @Override
        public String text(ChannelSettings settings) {
            long seconds = settings.cooldown().toSeconds();
            return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
        }

        @Override
        public ChannelSettings with(ChannelSettings settings, String text) {
            return settings.withCooldown(duration(text));
        }
    },
    BOT_TURNS("0 1 3 10") {
        @Override
        public String text(ChannelSettings settings) {
            return String.valueOf(settings.botTurnCap());
        }

        @Override
        public ChannelSettings with(ChannelSettings settings, String text) {
            // what is no number is out of the range, too
            return settings.withBotTurnCap(NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1);
        }
    },
    STREAMING("on off") {
        @Override
        public String text(ChannelSettings settings) {
            return settings.streaming() ? "on" : "off";
        }

        @Override
        public ChannelSettings with(ChannelSettings settings, String text) {
            if (!words().contains(text.toLowerCase(Locale.ROOT))) {
                throw unknown(text);
            }
            return settings.withStreaming(text.equalsIgnoreCase("on"));
        }
    };

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})\\s*([smhSMH]?)");

    private final String words;

    ChannelOption(String words) {
        this.words = words;
    }

    /** What it is called: a lower-case word, such as {@code bot-turns}. */
    public String word() {
        return lower(this).replace('_', '-');
    }

    /** What could be written for it; not all that can. */
    public List<String> words() {
        return List.of(words.split(" "));
    }

    /** What holds, as {@link #with} reads it. */
    public abstract String text(ChannelSettings settings);

    /**
     * The same settings but for this one.
     *
     * @throws SettingException where that cannot be
     */
    public abstract ChannelSettings with(ChannelSettings settings, String text);

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    <E extends Enum<E>> E one(E[] values, String text) {
        return Stream.of(values)
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    SettingException unknown(String text) {
        return new SettingException(UserNotice.of("channel.unknown", text, word(), String.join(", ", words())));
    }

    static Duration duration(String text) {
        Matcher match = DURATION.matcher(text);
        if (!match.matches()) {
            throw new SettingException(UserNotice.of("channel.cooldown.unreadable", text));
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2).toLowerCase(Locale.ROOT)) {
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
