package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagecraftTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *waves* Hello.                       | [waves] Hello.
            Hello. *waves, then sits*            | Hello. [waves, then sits]
            *one* and *two*                      | [one] and [two]
            你好*微笑*再见                        | 你好[微笑]再见
            *never closed                        | *never closed
            2 * 3 * 4 = 24 and 2*3*4             | 2 * 3 * 4 = 24 and 2*3*4
            **bold** stays, ***so does this***   | **bold** stays, ***so does this***
            \\*as it is\\*                       | \\*as it is\\*
            *open ~~ *closed* done               | *open ~~ [closed] done
            <role_action>x</role_action> *y*     | [x] *y*
            <role_action>x <b>*y*</b>            | ‹role_action>x [y]
            <think>hm</think> *nods*             | ‹think>hm‹/think> [nods]
            <center>*nods*</center><img src=x>   | [nods]
            a<br/>b <3 c                         | a~b <3 c
            """)
    void tagged_text_hasActionsInTags(String text, String expected) {
        assertThat(Stagecraft.tagged(text.replace("~", "\n")))
                .isEqualTo(expected.replace("~", "\n")
                        .replace("[", "<role_action>")
                        .replace("]", "</role_action>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <role_action>waves</role_action> Hello.                  | *waves* Hello.
            <role_thinking>No.</role_thinking> Yes.                  | Yes.
            <role_speech>Yes.</role_speech>                          | Yes.
            A <role_thinking>x~y</role_thinking> B                   | A B
            """)
    void plain_tags_areAsterisksWithoutThoughts(String tagged, String expected) {
        assertThat(Stagecraft.plain(tagged.replace("~", "\n"))).isEqualTo(expected);
    }
}
