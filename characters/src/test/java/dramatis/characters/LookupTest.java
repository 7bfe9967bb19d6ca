package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.persona.Persona;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookupTest {
    private static final CharacterCatalog CAST = CharacterCatalog.bundled();

    @ParameterizedTest
    @CsvSource({
        "dracula,dracula",
        "DRACULA,dracula",
        "Count Dracula,dracula",
        "count-dracula,dracula",
        "drac,dracula",
        "nemo,captain-nemo",
        "Holmes,sherlock-holmes",
        "elizabethbennet,elizabeth-bennet",
        "Elizabeth  Bennét,elizabeth-bennet",
        "s u n,sun-wukong"
    })
    void closest_idNameOrABeginning_isFound(String words, String id) {
        assertThat(CAST.closest(words).found()).map(Persona::id).contains(id);
        assertThat(CAST.closest(words).suggestions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"c,biscuit", "s,dracula"})
    void closest_severalBegin_areSuggestedAndNoneIsFound(String words, String absent) {
        Lookup lookup = CAST.closest(words);
        assertThat(lookup.found()).isEmpty();
        assertThat(lookup.suggestions())
                .hasSizeGreaterThan(1)
                .extracting(Persona::id)
                .doesNotContain(absent);
    }

    @ParameterizedTest
    @CsvSource({
        "dracla,dracula",
        "holms,sherlock-holmes",
        "shelrock,sherlock-holmes",
        "biskit,biscuit",
        "elisabeth,elizabeth-bennet"
    })
    void closest_mistyped_suggestsTheNearest(String words, String id) {
        Lookup lookup = CAST.closest(words);
        assertThat(lookup.found()).isEmpty();
        assertThat(lookup.suggestions()).first().extracting(Persona::id).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "qqqqqq", "🐱"})
    void closest_nothingLikeIt_isNothing(String words) {
        assertThat(CAST.closest(words)).isEqualTo(new Lookup(java.util.Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"孙悟空", "孙"})
    void of_otherScripts_areFound(String words) {
        Persona monkey = dramatis.persona.TestingPersonaStore.persona("孙悟空", "孙悟空");
        assertThat(Lookup.of(List.of(monkey), words).found()).contains(monkey);
    }
}
