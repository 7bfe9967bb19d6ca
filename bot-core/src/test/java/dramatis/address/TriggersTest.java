package dramatis.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mention,reply,name       | mention,reply,name
            Name, MENTION ,reply     | mention,reply,name
            name,name                | name
            mention,,name            | mention,name
            all                      | all
            chance=0.1               | chance=0.1
            reply, chance = 0.5      | reply,chance=0.5
            chance= 0.25 ,reply      | reply,chance=0.25
            chance=1                 | chance=1.0
            chance=1e-5              | chance=0.000010
            commands                 | commands
            Commands,                | commands
            """)
    void parse_thenText_isTheCanonicalForm(String text, String canonical) {
        assertThat(Triggers.parse(text).text()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mention,nmae             | There is no trigger "nmae": name any of mention, reply, name, all, chance=0.1, or commands alone.
            ','                      | There is no trigger "": name any of mention, reply, name, all, chance=0.1, or commands alone.
            ''                       | There is no trigger "": name any of mention, reply, name, all, chance=0.1, or commands alone.
            direct                   | There is no trigger "direct": name any of mention, reply, name, all, chance=0.1, or commands alone.
            chance=0.1,chance=0.2    | There is no trigger "chance=0.2": name any of mention, reply, name, all, chance=0.1, or commands alone.
            chance                   | There is no trigger "chance": name any of mention, reply, name, all, chance=0.1, or commands alone.
            chance=2                 | chance=2 will not do: it must be a number above 0 and up to 1, such as chance=0.1.
            chance=0                 | chance=0 will not do: it must be a number above 0 and up to 1, such as chance=0.1.
            chance=-0.5              | chance=-0.5 will not do: it must be a number above 0 and up to 1, such as chance=0.1.
            chance=nan               | chance=nan will not do: it must be a number above 0 and up to 1, such as chance=0.1.
            chance=10%               | chance=10% will not do: it must be a number above 0 and up to 1, such as chance=0.1.
            commands,mention         | The trigger commands means no other trigger: name it alone, or leave it out.
            """)
    void parse_whatWillNotDo_saysSoInOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> Triggers.parse(text))
                .isInstanceOf(SettingException.class)
                .hasMessage(sentence);
    }

    @Test
    void parse_ofTheText_isTheSame() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            double chance = random.nextBoolean() ? 0 : 1 - random.nextDouble();
            Triggers triggers = new Triggers(
                    random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), chance);
            assertThat(Triggers.parse(triggers.text())).isEqualTo(triggers);
        }
    }

    @Test
    void new_chanceThatIsNone_isRefused() {
        for (double chance : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Triggers(false, false, false, false, chance))
                    .isInstanceOf(SettingException.class);
        }
    }
}
