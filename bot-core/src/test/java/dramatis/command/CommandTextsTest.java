package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Phrases;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every command and every option has its words, and there are no words for any other. */
class CommandTextsTest {
    private final Phrases phrases = Phrases.in(Locale.ENGLISH);

    @Test
    void everyCommandAndOption_hasItsWords() {
        try (Hall hall = new Hall()) {
            hall.desk().specs().forEach(spec -> {
                assertThat(phrases.has(spec.phraseKey())).as(spec.phraseKey()).isTrue();
                spec.options().forEach(option -> {
                    String key = spec.phraseKey() + "." + option.name();
                    assertThat(phrases.has(key)).as(key).isTrue();
                });
            });
        }
    }
}
