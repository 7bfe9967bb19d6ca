package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HerTagsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello.",
                "I <3 you, and a < b > c, 1<2>1",
                "<role_action>waves</role_action> Hi. <role_thinking>Who?</role_thinking>",
                "<role_speech>Hi.</role_speech>",
                "<role_action></role_action>Hi",
                "<>"
            })
    void problem_soundText_isNone(String text) {
        assertThat(HerTags.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <role_action>waves | <role_action> is never closed; add </role_action>.
            waves</role_action> | </role_action> closes nothing; put <role_action> where it begins.
            <role_action>a</role_thinking> | </role_thinking> closes <role_action>; write </role_action>.
            <role_action>a<role_thinking>b</role_thinking></role_action> | <role_thinking> stands inside <role_action>; close that one first with </role_action>.
            <role_acton>a</role_acton> | <role_acton> is not a tag; did you mean <role_action>?
            <Role_Action>a</Role_Action> | <Role_Action> is not a tag; did you mean <role_action>?
            <i>a</i> | <i> is not a tag; use <role_action>, <role_thinking> or plain text.
            < role_action>a</role_action> | A tag must be written without spaces: <role_action>.
            <role_action>a</ role_action> | A tag must be written without spaces: </role_action>.
            <system_thinking>a</system_thinking>b | <system_thinking> is a model's plan, which only the model writes; delete it or use <role_thinking>.
            <think>a</think>b | <think> is a model's plan, which only the model writes; delete it or use <role_thinking>.
            """)
    void problem_wrongText_isSaid(String text, String sentence) {
        assertThat(HerTags.problem(text)).contains(sentence);
    }

    @Test
    void showsSomething_thoughtsAlone_isNothing() {
        assertThat(HerTags.showsSomething("<role_thinking>a</role_thinking>\n<role_thinking>b</role_thinking>"))
                .isFalse();
        assertThat(HerTags.showsSomething("<role_action> </role_action>")).isFalse();
        assertThat(HerTags.showsSomething("<role_thinking>a</role_thinking>b<role_thinking>c</role_thinking>"))
                .isTrue();
        assertThat(HerTags.showsSomething("<role_action>b</role_action>")).isTrue();
    }
}
