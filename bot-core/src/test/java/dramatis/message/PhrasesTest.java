package dramatis.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final Pattern GAP = Pattern.compile("\\{([0-9])");

    private final Properties english = bundle("phrases.properties");
    private final Properties chinese = bundle("phrases_zh.properties");

    @Test
    void chinese_hasTheKeysOfEnglish() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void chinese_hasTheGapsOfEnglish() {
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(gaps(chinese, key)).as(key).isEqualTo(gaps(english, key)));
    }

    @Test
    void chinese_differsFromEnglish() {
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(chinese.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key)));
    }

    @Test
    void everySentence_canBeMadeInEveryLanguage() {
        Object[] arguments = {"one", 2, 3, 4};
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Phrases phrases = Phrases.in(locale);
            assertThat(english.stringPropertyNames()).allSatisfy(key -> {
                boolean counts = english.getProperty(key).contains(",choice,");
                Object[] given = counts ? new Object[] {2, 2, 2, "today"} : arguments;
                assertThat(phrases.text(key, given)).as(key).isNotBlank().doesNotContain("{");
            });
        }
    }

    @Test
    void in_language_isThePersonsElseEnglish() {
        assertThat(Phrases.in(Locale.SIMPLIFIED_CHINESE).text("ping.answer")).isEqualTo("我在。");
        assertThat(Phrases.in(Locale.forLanguageTag("zh-Hant-TW")).text("ping.answer"))
                .isEqualTo("我在。");
        assertThat(Phrases.in(Locale.FRENCH).text("ping.answer")).isEqualTo("Here I am.");
        assertThat(Phrases.in(Locale.ROOT).text("ping.answer")).isEqualTo("Here I am.");
    }

    @Test
    void text_arguments_areMadeWordsOf() {
        UserNotice notice = UserNotice.of(
                "grant.line",
                new UserRef("testing", "ada"),
                UserNotice.of("role.OWNER"),
                Instant.parse("2026-11-26T12:00:00Z"));
        assertThat(Phrases.in(Locale.ENGLISH).text(notice)).isEqualTo("ada, by the bot's owner, Nov 26, 2026");
    }

    private static Set<String> gaps(Properties bundle, String key) {
        return GAP.matcher(bundle.getProperty(key))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) {
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
