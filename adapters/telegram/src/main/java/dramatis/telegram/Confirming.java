package dramatis.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.command.Answer.Part;
import dramatis.message.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * Questions that are answered by yes or no: {@code c/ID/y}, {@code c/ID/n}. They wait for fifteen minutes, and not over a
 * restart. Safe for use by many threads.
 */
final class Confirming {
    private static final String FORM = "c/[0-9a-f-]{36}/[yn]";
    private static final int ID_FROM = 2;
    private static final int ID_TO = 38;

    private final Cache<String, Waiting> waiting = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    /** A question, and who asked for it where. */
    record Waiting(Part.Confirm question, Asker asker) {}

    /** Keeps a question, for the buttons that answer it. */
    InlineKeyboardMarkup keep(Part.Confirm question, Asker asker, Locale locale) {
        String id = UUID.randomUUID().toString();
        waiting.put(id, new Waiting(question, asker));
        Phrases phrases = Phrases.in(locale);
        return Keys.of(List.of(List.of(
                new Button(phrases.text("telegram.yes"), "c/" + id + "/y"),
                new Button(phrases.text("telegram.no"), "c/" + id + "/n"))));
    }

    static boolean isAnswer(String data) {
        return data.matches(FORM);
    }

    static boolean isYes(String data) {
        return data.endsWith("y");
    }

    /** The question that a button answers, if it still waits. */
    Optional<Waiting> of(String data) {
        return Optional.ofNullable(waiting.getIfPresent(id(data)));
    }

    void over(String data) {
        waiting.invalidate(id(data));
    }

    private static String id(String data) {
        return data.substring(ID_FROM, ID_TO);
    }
}
