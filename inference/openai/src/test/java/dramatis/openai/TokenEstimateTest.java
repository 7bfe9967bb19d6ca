package dramatis.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against the understudy's tokenizer: 49,152 tokens, made from English for the most part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenEstimateTest {
    private static final List<String> ENGLISH = List.of(
            "It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want"
                    + " of a wife. However little known the feelings or views of such a man may be on his first entering"
                    + " a neighbourhood, this truth is so well fixed in the minds of the surrounding families.",
            "Bo: hey!! lol, did u see what she did yesterday?? i can't even... brb, gonna grab some coffee ok",
            "<system_thinking>The lantern is low; Mira would not answer at once.</system_thinking><role_action>She pulls"
                    + " the rope.</role_action> \"Not tonight,\" she says.",
            "I don't know what you're talking about. Are you sure we met yesterday? I was at my sister's place until"
                    + " midnight, and then I took a taxi home because it was raining.",
            "She walked down to the harbour before dawn, when the fishermen were still mending their nets, and stood"
                    + " beside the crooked lighthouse watching grey waves break over the rocks.",
            "You are role-playing as Sherlock Holmes from the book \"The Hound of the Baskervilles\".\n\n===Sherlock"
                    + " Holmes's Profile===\nA brilliant consulting detective living at 221B Baker Street, London.\n");

    private static final List<String> VARIED = List.of(
            "",
            "a",
            "Hi.",
            "Mr. Fitzwilliam Darcy of Pemberley; Zbigniew Brzezinski; Xochitl Nguyen-Oyelaran; Siobhan Ni Dhomhnaill",
            "And then he said to me that the code was U29tZSByYW5kb20gYnl0ZXM and that I should not tell it to anyone.",
            "她站在湖边，看着灯笼的光在水面上摇晃。“今晚不行，”她轻声说，“风太大了。”",
            "林黛玉：“你又来做什么？”宝玉笑道：“我来看看妹妹。”",
            "こんにちは、今日はとても寒いですね。湖の上で何をしているのですか？カタカナもある。",
            "안녕하세요, 오늘 밤은 배가 나가지 않습니다. 바람이 너무 강해요.",
            "Сегодня ночью лодка не пойдёт: ветер слишком сильный. Приходите завтра утром.",
            "Απόψε το πλοίο δεν θα φύγει, ο άνεμος είναι πολύ δυνατός.",
            "لن يبحر القارب الليلة، فالريح قوية جدا.",
            "הסירה לא תצא הלילה, הרוח חזקה מדי.",
            "आज रात नाव नहीं जाएगी, हवा बहुत तेज़ है।",
            "คืนนี้เรือจะไม่ออก ลมแรงเกินไป",
            "Heute Nacht fährt das Schiff nicht, der Wind ist zu stark; Donaudampfschifffahrtsgesellschaftskapitän.",
            "Ce soir, le bateau ne partira pas : le vent est trop fort, n'est-ce pas ? Où étiez-vous donc hier ?",
            "Tối nay thuyền sẽ không ra khơi, gió quá mạnh.",
            "Dziś w nocy łódź nie wypłynie, wiatr jest zbyt silny. Chrząszcz brzmi w trzcinie.",
            "Tänä yönä vene ei lähde. Epäjärjestelmällistyttämättömyydellänsäkäänköhän.",
            "Bu gece tekne kalkmayacak. Çekoslovakyalılaştıramadıklarımızdan mısınız?",
            "Watashi wa gakusei desu. Nihongo o benkyou shite imasu. Arigatou gozaimasu, sumimasen, dozo yoroshiku.",
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch yn Ynys Môn",
            "😀😃😄 👨‍👩‍👧‍👦 🏳️‍🌈 ❤️‍🔥 ok 👍🏽👍🏿 🇫🇷🇯🇵",
            "(╯°□°)╯︵ ┻━┻  ヽ(•‿•)ノ  ¯\\_(ツ)_/¯ ( ͡° ͜ʖ ͡°)",
            "public static void main(String[] args) {\n    for (int i = 0; i < 10; i++) {\n        print(\"i=\" + i);\n    }\n}",
            "def f(x, *, y=None):\n\treturn {k: v**2 for k, v in x.items() if v != y}\n\n\nprint(f({'a': 1e-9}))",
            "{\"id\":\"9f86d081884c7d65\",\"list\":[1,2,3,{\"a\":null,\"b\":true}],\"t\":\"2026-11-26T17:22:05.123Z\"}",
            "https://example.org/a/b_c-d?x=1&y=%20z&token=Zm9vYmFyYmF6#frag",
            "U29tZSByYW5kb20gYnl0ZXMgdGhhdCBtZWFuIG5vdGhpbmc6IHh5enp5IHBsdWdoIHF1dXg=aGZqa2RzaGZqa2RzaGY3ODkzNDI=",
            "deadbeefcafebabe0123456789abcdef 7f45 4c46 0x7fffffff a1b2c3d4e5f6",
            "3.14159265358979323846264338327950288419716939937510",
            "WHAT THE HELL IS GOING ON HERE?! STOP IT NOW! NASA, FBI, UNESCO, XKCD, QWERTYUIOP",
            "xqzvk jkwqp zzxqv bcdfghjklmnpqrstvwxz wqpxkz vvkqjx asdkjhaskjdhqwiueyqiwuey qwoeiuqwoieu",
            "getUserAuthenticationTokenFromHttpServletRequest snake_case_name_with_many_parts",
            "a                       b\n\n\n\n\n\t\t\t\tc   d    e  \n  \n   \n",
            "!!!???...---===***###@@@$$$%%%^^^&&&((()))[[[]]]{{{}}}|||\\\\\\///;;;:::'''\"\"\"<<<>>>~~~```+++,,,",
            "| a | b |\n|---|---|\n| 1 | 2 |\n+----+----+\n════════\n▓▒░█▄▀",
            "∀x∈ℝ: x² ≥ 0 ∧ ∑ᵢ₌₁ⁿ i = n(n+1)/2 ≠ ∞ → √2 ≈ 1.41",
            "Z̴̧̢̛͔̳̮̤̣̈́̂̇̓̉͐̀l̷̡̛͙̗̟̳͇̝͂̍̈́̑g̸̛̼̱̈́͐̕ö̵̞̲́̒",
            "𝓗𝓮𝓵𝓵𝓸 𝕨𝕠𝕣𝕝𝕕 ⓗⓔⓛⓛⓞ ｆｕｌｌｗｉｄｔｈ");

    private LocalTokenizer tokenizer;

    @BeforeAll
    void read() {
        tokenizer = LocalTokenizer.read(Path.of("../../models/understudy/tokenizer.json"));
    }

    @AfterAll
    void close() {
        tokenizer.close();
    }

    @Test
    void of_variedTexts_isNotBelowTheCount() {
        for (String text : VARIED) {
            assertThat(TokenEstimate.of(text)).as(text).isGreaterThanOrEqualTo(count(text));
        }
    }

    @Test
    void of_english_isAboveTheCountByThreeFifthsAtMost() {
        for (String text : ENGLISH) {
            assertThat(TokenEstimate.of(text) / (double) count(text)).as(text).isBetween(1.0, 1.6);
        }
    }

    @Test
    void of_piecesOfEveryText_isNotBelowTheCountOfThemTogether() {
        String all = String.join("\n", VARIED);
        assertThat(TokenEstimate.of(all)).isGreaterThanOrEqualTo(count(all));
    }

    @Test
    void count_controlTokens_areOneEach() {
        assertThat(Map.of("<|im_start|>", 1, "<|im_end|>\n", 2))
                .allSatisfy((text, tokens) -> assertThat(count(text)).isEqualTo(tokens));
        assertThat(count("‹|im_start|>")).isGreaterThan(3);
    }

    private int count(String text) {
        return tokenizer.count(text).orElseThrow();
    }
}
