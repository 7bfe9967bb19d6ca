package dramatis.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a name is called, in many scripts: by the whole decision, with the name as the only trigger. */
class CalledTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # Latin
            Elizabeth!                             | Elizabeth Bennet
            hello ELIZABETH                        | Elizabeth Bennet
            elizabeth                              | Elizabeth Bennet
            Ｅｌｉｚａｂｅｔｈ                       | Elizabeth Bennet
            Elizabeth's dress                      | Elizabeth Bennet
            Elizabeth’s dress                      | Elizabeth Bennet
            *Elizabeth*                            | Elizabeth Bennet
            _Elizabeth_, **please**                | Elizabeth Bennet
            @Elizabeth hi                          | Elizabeth Bennet
            oh,Elizabeth,no                        | Elizabeth Bennet
            "Eliza\u00adbeth"                      | Elizabeth Bennet
            "elizabeth\u00a0\u00a0bennet"          | Elizabeth Bennet
            Miss Bennet, a word                    | Elizabeth Bennet
            well, Mr. Holmes?                      | Sherlock Holmes
            Sherlock did it                        | Sherlock Holmes
            Nemo, where are we?                    | Captain Nemo
            captain nemo!                          | Captain Nemo
            John, the parrot!                      | Long John Silver
            Captain Silver!                        | Long John Silver
            Wukong, come down                      | Sun Wukong
            the cheshire cat smiles                | Cheshire Cat
            I met the Narrator                     | The Narrator
            Captain, my captain                    | Captain
            Jean-Luc, report                       | Jean-Luc Picard
            O'Brien!                               | O’Brien
            D’Artagnan!                            | D'Artagnan
            Tolkien, tell me                       | J. R. R. Tolkien
            will Turner come?                      | Will Turner
            R2-D2!                                 | R2-D2
            Jose, ven                              | José
            josé, ven                              | José
            Chloe?                                 | Chloë Price
            JÜRGEN, komm                           | Jürgen
            STRASSER!                              | Straßer
            Frau Müller, kommen Sie                | Anna Müller
            ISTANBULLU geldi                       | İstanbullu
            Ibrahim'e sor                          | İbrahim
            # Cyrillic, Greek
            Привет, анна!                          | Анна Каренина
            АННА КАРЕНИНА                          | Анна Каренина
            Семен, иди сюда                        | Семён
            Немо, где мы?                          | Капитан Немо
            Господин Каренин, прошу                | Алексей Каренин
            Γειά σου, ΑΛΕΞΑΝΔΡΕ!                   | Αλέξανδρε
            αλεξανδρος;                            | Αλέξανδρος ο Μέγας
            ΟΔΥΣΣΕΥΣ                               | Οδυσσεύς
            # Chinese, Japanese
            你好孙悟空你在哪                          | 孙悟空
            孙悟空                                  | 孙悟空
            请问伊丽莎白小姐                          | 伊丽莎白·班内特
            伊丽莎白·班内特，您好                     | 伊丽莎白·班内特
            hello孙悟空hello                        | 孙悟空
            我爱Elizabeth和茶                        | Elizabeth Bennet
            王，过来                                | 王
            小明，你好                              | 王 小明
            エリザベスさん、こんにちは                | エリザベス・ベネット
            ｴﾘｻﾞﾍﾞｽさん                              | エリザベス
            ねえ坂本龍馬さん                          | 坂本 龍馬
            さくらちゃんは？                          | さくら
            さくらー！                               | さくら
            凛、元気？                               | 凛
            トトロのとなり                           | トトロ
            # Korean
            영희야 안녕                              | 영희
            안녕, 영희!                              | 영희
            영희는 어디?                             | 영희
            지민이에게 말해                           | 지민
            지민씨, 안녕하세요                        | 지민
            지민 선생님은요? 지민님!                   | 지민
            엘리자베스가 말했다                        | 엘리자베스 베넷
            Elizabeth야, 뭐해?                       | Elizabeth Bennet
            # Thai, Lao, Khmer, Burmese
            สวัสดีสมชายครับ                          | สมชาย
            คุณสมชายอยู่ไหน                           | สมชาย
            ปู่ อยู่ไหน                                | ปู่
            ສະບາຍດີສົມໄຊ                             | ສົມໄຊ
            សួស្តីសុខា                                | សុខា
            # Arabic, Hebrew, Persian
            مرحبا يا إليزابيث!                       | إليزابيث
            يا اليزابيث                              | إليزابيث
            مُحَمَّد، تعال                              | محمد
            محمد، تعال                               | مُحَمَّد
            محـــمد؟                                 | محمد
            שלום אליזבת!                             | אליזבת
            שָׂרָה, בואי                                | שרה
            ג'יין, בואי                              | ג׳יין/ג'יין
            "علی\u200cجان بیا"                       | علی
            # Indic
            नमस्ते प्रिया!                              | प्रिया
            রবি, এসো                                 | রবি
            # emoji and mixed
            🦊 come here                             | 🦊
            hey🦊!                                   | 🦊
            Luna, hi                                 | Luna🌙
            Luna🌙, hi                               | 🌙Luna🌙
            👩🏽‍🚀 report                               | 👩‍🚀
            ❤️?                                      | ❤
            🇩🇪!                                     | 🇩🇪
            """)
    void by_nameInAText_isFound(String text, String cast) {
        assertThat(called(text, cast)).contains(cast.split("/")[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # Latin
            the Elizabethan age                    | Elizabeth Bennet
            Queen Elizabeths                       | Elizabeth Bennet
            preElizabeth                           | Elizabeth
            Elizabeth2                             | Elizabeth
            https://a.example/Elizabeth            | Elizabeth
            Bennet                                 | Elizabeth Bennet
            the captain is here                    | Captain Nemo
            Mr, please                             | Mr Darcy
            the                                    | The Narrator
            captain                                | The Captain
            how long is this?                      | Long John Silver
            silver spoons                          | Long John Silver
            the sun shines                         | Sun Wukong
            the cat sat here                       | Cheshire Cat
            will you come?                         | Will Turner
            J, K and R                             | J. R. R. Tolkien
            number 47                              | Agent 47 Jones
            a glass of rosé                        | Rose
            une fois là                            | La
            ha ha ha                               | Hà
            mấy lần                                | Lan
            Bennett                                | Anna Bennet/Bennet
            # Cyrillic, Greek
            Аннабель                               | Анна
            Неаполь                                | Немо
            Αλεξανδρούπολη                         | Αλέξανδρος/Αλεξανδρ
            # scripts without spaces
            孙悟                                    | 孙悟空
            国王来了                                 | 王
            王国                                    | 王
            凛とした                                 | 凛
            アンドロイドが来た                         | アン
            スーパー                                 | スー
            ปู่มา                                    | ปู
            ปู่ครับ                                  | ปู่
            # Korean
            영희롭다                                 | 영희
            김지민                                   | 지민
            # Arabic, Hebrew
            محمدية                                   | محمد
            אליזבתים                                 | אליזבת
            יין                                      | ג'יין
            # emoji
            👩‍🚀                                       | 👩
            🦊                                       | Fox🦊
            🐺                                       | 🦊
            🌙                                       | 🌙Luna
            """)
    void by_somethingElse_isNobody(String text, String cast) {
        assertThat(called(text, cast)).isEmpty();
    }

    /** Answered by the name and by nothing else, or overheard for want of a trigger. */
    private static Optional<String> called(String text, String cast) {
        String decision = new Row(text, "on=name", cast).decided(1);
        return decision.startsWith("NAME ")
                ? Optional.of(decision.substring("NAME ".length()))
                : Optional.of(decision).filter(other -> !other.equals("overheard NO_TRIGGER"));
    }
}
