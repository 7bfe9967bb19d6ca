package dramatis.telegram;

import dramatis.address.Triggers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** What is missing on Telegram, in sentences for whoever runs the bot: for the log, for doctor, for status. For any thread. */
public final class TelegramHealth {
    private final Optional<Me> me;
    private final Triggers triggers;
    private final Optional<String> trouble;
    private final List<String> whispers;

    TelegramHealth(Optional<Me> me, Triggers triggers, Optional<String> trouble, List<String> whispers) {
        this.me = me;
        this.triggers = triggers;
        this.trouble = trouble;
        this.whispers = List.copyOf(whispers);
    }

    /**
     * Asks Telegram who the bot is, without bringing it online; may block for half a minute.
     *
     * @param triggers what the bot is to answer where nobody chose
     */
    public static TelegramHealth ask(TelegramOptions options, Triggers triggers) {
        try (Connections connections = new Connections();
                Api api = new Api(options, connections)) {
            return new TelegramHealth(Optional.of(Me.of(api.once(new GetMe()))), triggers, Optional.empty(), List.of());
        } catch (ApiFailure e) {
            String trouble = Trouble.wrongToken(e.code()) ? Trouble.TOKEN : Trouble.UNREACHABLE;
            return new TelegramHealth(Optional.empty(), triggers, Optional.of(trouble), List.of());
        }
    }

    /** The bot's name, with the @; empty where Telegram has not told it. */
    public Optional<String> name() {
        return me.map(bot -> "@" + bot.username());
    }

    /** All that is missing; empty where nothing is. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        trouble.ifPresent(problems::add);
        me.filter(bot -> !bot.readsAll()).flatMap(bot -> privacy(bot, triggers)).ifPresent(problems::add);
        problems.addAll(whispers);
        return problems;
    }

    /** Privacy mode shows the bot commands and replies to it; mentions not surely. */
    private static Optional<String> privacy(Me bot, Triggers triggers) {
        String hidden = Stream.of(
                        triggers.mention() ? "mention" : "",
                        triggers.name() ? "name" : "",
                        triggers.all() ? "all" : "",
                        triggers.chance() > 0 ? "chance" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return hidden.isEmpty()
                ? Optional.empty()
                : Optional.of("In groups, Telegram shows @" + bot.username()
                        + " nothing but commands and replies to it (privacy mode), so of TRIGGER it may miss: " + hidden
                        + ". Send @BotFather /setprivacy, choose the bot and Disable, then take it out of its groups and add"
                        + " it again; or make it an administrator there.");
    }
}
