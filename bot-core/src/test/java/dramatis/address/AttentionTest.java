package dramatis.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as a table; {@link Row} says what the columns mean. */
class AttentionTest {
    private static final long SEED = 7;
    private static final String ELIZABETH = "Elizabeth Bennet";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # private chats
            hello                         | direct                        | DIRECT Elizabeth Bennet
            hello                         | direct on=commands            | DIRECT Elizabeth Bennet
            hello                         | direct cooldown=30 ago=1      | DIRECT Elizabeth Bennet
            Elizabeth, hello              | direct on=name                | DIRECT Elizabeth Bennet
            hello                         | direct blocked                | ignored BLOCKED
            hello                         | direct optout                 | ignored OPTED_OUT
            hello                         | direct own                    | ignored OWN
            // brb                        | direct                        | ignored OUT_OF_CHARACTER
            [image]                       | direct                        | DIRECT Elizabeth Bennet
            # nothing special
            hello                         | -                             | overheard NO_TRIGGER
            hello                         | unchosen                      | ignored NO_TRIGGER
            hello                         | listen=addressed              | ignored NO_TRIGGER
            hello                         | listen=addressed unchosen     | ignored NO_TRIGGER
            [image]                       | -                             | overheard NO_TRIGGER
            [image: Elizabeth.png]        | -                             | NAME Elizabeth Bennet
            # mention
            hello                         | mention                       | MENTION Elizabeth Bennet
            hello                         | mention unchosen              | MENTION Elizabeth Bennet
            hello                         | mention listen=addressed      | MENTION Elizabeth Bennet
            hello                         | mention on=mention            | MENTION Elizabeth Bennet
            hello                         | mention on=reply,name         | overheard NO_TRIGGER
            hello                         | mention on=name unchosen      | overheard NO_TRIGGER
            hello                         | mention on=commands           | overheard NO_TRIGGER
            hello                         | mention on=all                | ALL Elizabeth Bennet
            # reply
            hello                         | reply                         | REPLY Elizabeth Bennet
            hello                         | reply on=reply                | REPLY Elizabeth Bennet
            hello                         | reply on=mention,name         | overheard NO_TRIGGER
            hello                         | reply on=mention unchosen     | overheard NO_TRIGGER
            hello                         | reply=Elizabeth_Bennet        | REPLY Elizabeth Bennet
            hello                         | mention reply=Elizabeth_Bennet on=reply | REPLY Elizabeth Bennet
            hello                         | reply=Somebody_Else           | REPLY Elizabeth Bennet
            # name
            Elizabeth, hello              | on=name                       | NAME Elizabeth Bennet
            Elizabeth, hello              | on=mention,reply              | overheard NO_TRIGGER
            Elizabeth, hello              | on=mention,reply unchosen     | overheard NO_TRIGGER
            Elizabeth, hello              | on=mention listen=addressed   | overheard NO_TRIGGER
            Elizabeth, hello              | unchosen                      | NAME Elizabeth Bennet
            # all, chance, commands
            hello                         | on=all                        | ALL Elizabeth Bennet
            hello                         | on=all unchosen               | ALL Elizabeth Bennet
            hello                         | on=chance=1                   | CHANCE Elizabeth Bennet
            hello                         | on=chance=0.000001            | overheard NO_TRIGGER
            Elizabeth, hello              | on=all,name                   | NAME Elizabeth Bennet
            Elizabeth, hello              | on=all                        | ALL Elizabeth Bennet
            Elizabeth, hello              | on=commands                   | overheard NO_TRIGGER
            hello                         | on=commands                   | overheard NO_TRIGGER
            hello                         | on=commands unchosen          | ignored NO_TRIGGER
            # never
            Elizabeth                     | own                           | ignored OWN
            Elizabeth                     | own mention on=all            | ignored OWN
            Elizabeth                     | webhook bot on=all            | ignored OWN
            Elizabeth                     | webhook                       | ignored OWN
            Elizabeth                     | own blocked optout            | ignored OWN
            Elizabeth                     | blocked mention               | ignored BLOCKED
            Elizabeth                     | blocked bot on=all            | ignored BLOCKED
            Elizabeth                     | blocked optout                | ignored BLOCKED
            Elizabeth                     | optout reply                  | ignored OPTED_OUT
            hello                         | optout                        | ignored OPTED_OUT
            // hello                      | optout                        | ignored OPTED_OUT
            ""                            | mention                       | ignored EMPTY
            "   "                         | direct                        | ignored EMPTY
            "\u00a0\u3000\u200b\u2060"    | mention on=all                | ignored EMPTY
            # cooldown
            hello                         | on=all cooldown=30 ago=29     | overheard COOLDOWN
            hello                         | on=all cooldown=30 ago=30     | ALL Elizabeth Bennet
            hello                         | on=all cooldown=30            | ALL Elizabeth Bennet
            hello                         | on=all cooldown=30 ago=-5     | overheard COOLDOWN
            hello                         | on=all ago=0                  | ALL Elizabeth Bennet
            hello                         | on=all cooldown=30 ago=1 unchosen | ignored COOLDOWN
            hello                         | on=chance=1 cooldown=30 ago=1 listen=addressed | ignored COOLDOWN
            Elizabeth, hello              | cooldown=30 ago=1             | overheard COOLDOWN
            Elizabeth, hello              | cooldown=30 ago=1 unchosen    | overheard COOLDOWN
            Elizabeth, hello              | cooldown=30 ago=1 listen=addressed | overheard COOLDOWN
            hello                         | mention cooldown=30 ago=1     | MENTION Elizabeth Bennet
            hello                         | reply cooldown=30 ago=1       | REPLY Elizabeth Bennet
            hello                         | mention on=all cooldown=30 ago=1 | overheard COOLDOWN
            hello                         | mention on=mention,all cooldown=30 ago=1 | MENTION Elizabeth Bennet
            # other bots
            hello                         | bot                           | overheard NO_TRIGGER
            hello                         | bot unchosen                  | ignored NO_TRIGGER
            hello                         | bot mention                   | MENTION Elizabeth Bennet
            Elizabeth                     | bot bots=2                    | NAME Elizabeth Bennet
            Elizabeth                     | bot bots=3                    | overheard BOT_CAP
            Elizabeth                     | bot bots=4 unchosen           | overheard BOT_CAP
            hello                         | bot on=all bots=3 unchosen    | ignored BOT_CAP
            hello                         | bot mention bots=3            | overheard BOT_CAP
            hello                         | bot direct bots=3             | overheard BOT_CAP
            hello                         | bot direct bots=2             | DIRECT Elizabeth Bennet
            Elizabeth                     | bot cap=0                     | overheard BOT_CAP
            Elizabeth                     | bot cap=10 bots=9             | NAME Elizabeth Bennet
            Elizabeth                     | bots=99                       | NAME Elizabeth Bennet
            hello                         | bot mention cooldown=30 ago=1 | overheard COOLDOWN
            hello                         | bot on=commands mention       | overheard NO_TRIGGER
            // hello                      | bot mention                   | ignored OUT_OF_CHARACTER
            """)
    void decide_rules(String text, String given, String decision) {
        assertThat(new Row(text, given, ELIZABETH).decided(SEED)).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            // Elizabeth, brb              | ignored OUT_OF_CHARACTER
            //Elizabeth                    | ignored OUT_OF_CHARACTER
            //                             | ignored OUT_OF_CHARACTER
            "  \t// Elizabeth"             | ignored OUT_OF_CHARACTER
            "\u3000／／Elizabeth"           | ignored OUT_OF_CHARACTER
            "\u200b//Elizabeth"            | ignored OUT_OF_CHARACTER
            ((Elizabeth, brb))             | ignored OUT_OF_CHARACTER
            "  (( Elizabeth ))  "          | ignored OUT_OF_CHARACTER
            （（Elizabeth））                | ignored OUT_OF_CHARACTER
            "\u3000（（伊丽莎白 等一下））\u3000" | ignored OUT_OF_CHARACTER
            （(Elizabeth)）                 | ignored OUT_OF_CHARACTER
            ((Elizabeth (the book) is long)) | ignored OUT_OF_CHARACTER
            "((Elizabeth\n\nlater))"       | ignored OUT_OF_CHARACTER
            /Elizabeth                     | NAME Elizabeth Bennet
            (Elizabeth)                    | NAME Elizabeth Bennet
            ((aside)) Elizabeth!           | NAME Elizabeth Bennet
            Elizabeth // brb               | NAME Elizabeth Bennet
            Elizabeth ((brb))              | NAME Elizabeth Bennet
            ((( Elizabeth, жаль            | NAME Elizabeth Bennet
            https://a.example Elizabeth    | NAME Elizabeth Bennet
            """)
    void decide_outOfCharacter(String text, String decision) {
        assertThat(new Row(text, "-", ELIZABETH).decided(SEED)).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # who is meant
            hello                          | mention            | Mr Darcy;Elizabeth Bennet | MENTION Mr Darcy
            Elizabeth, hello               | mention            | Mr Darcy;Elizabeth Bennet | MENTION Elizabeth Bennet
            hello                          | reply=Elizabeth_Bennet | Mr Darcy;Elizabeth Bennet | REPLY Elizabeth Bennet
            what would Darcy say?          | reply=Elizabeth_Bennet | Mr Darcy;Elizabeth Bennet | REPLY Elizabeth Bennet
            what would Darcy say?          | reply=Elizabeth_Bennet on=name | Mr Darcy;Elizabeth Bennet | NAME Mr Darcy
            what would Elizabeth say?      | reply              | Mr Darcy;Elizabeth Bennet | REPLY Elizabeth Bennet
            hello                          | mention reply=Elizabeth_Bennet | Mr Darcy;Elizabeth Bennet | MENTION Elizabeth Bennet
            hello                          | on=all reply=Elizabeth_Bennet | Mr Darcy;Elizabeth Bennet | ALL Elizabeth Bennet
            Elizabeth?                     | direct             | Mr Darcy;Elizabeth Bennet | DIRECT Elizabeth Bennet
            Darcy, tell Elizabeth          | -                  | Elizabeth Bennet;Mr Darcy | NAME Mr Darcy
            Elizabeth, tell Darcy          | -                  | Mr Darcy;Elizabeth Bennet | NAME Elizabeth Bennet
            # names that share a word
            Elizabeth Bennet, hello        | -                  | Elizabeth;Elizabeth Bennet | NAME Elizabeth Bennet
            Elizabeth, hello               | -                  | Elizabeth Bennet;Elizabeth | NAME Elizabeth
            Elizabeth, hello               | -                  | Elizabeth;Elizabeth Bennet | NAME Elizabeth
            Elizabeth Swann, hello         | -                  | Elizabeth Bennet;Elizabeth Swann | NAME Elizabeth Swann
            Elizabeth, hello               | -                  | Elizabeth Bennet;Elizabeth Swann | NAME Elizabeth Bennet
            Elizabeth, hello               | -                  | Elizabeth Swann;Elizabeth Bennet | NAME Elizabeth Swann
            Mary Anne, hello               | -                  | Anne;Mary Anne | NAME Mary Anne
            Anne, hello                    | -                  | Mary Anne;Anne | NAME Anne
            小明明，你好                     | -                  | 小明;小明明 | NAME 小明明
            Lizzy, hello                   | -                  | Mr Darcy;Elizabeth Bennet/Lizzy/Eliza | NAME Elizabeth Bennet
            Eliza, hello                   | -                  | Mr Darcy;Elizabeth Bennet/Lizzy/Eliza | NAME Elizabeth Bennet
            """)
    void decide_whoAnswers(String text, String given, String cast, String decision) {
        assertThat(new Row(text, given, cast).decided(SEED)).isEqualTo(decision);
    }
}
