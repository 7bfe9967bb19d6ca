package dramatis.persona;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Mr. Toad,mr-toad",
        "D'Artagnan,dartagnan",
        "  Ada -- Lovelace ,ada-lovelace",
        "Électre,électre",
        "孙悟空,孙悟空",
        "Раскольников,раскольников",
        "हनुमान,हनुमान",
        "Number 6,number-6",
        "../../etc/passwd,etc-passwd",
        "???,character",
        "ǅungla,ǆungla"
    })
    void of_name_isASlug(String name, String slug) {
        assertThat(Slug.of(name))
                .isEqualTo(slug)
                .satisfies(s -> assertThat(Slug.isSlug(s)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "-a", "a-", "a--b", "a.b", "a/b", "..", "a_b", "😀"})
    void isSlug_others_areNot(String id) {
        assertThat(Slug.isSlug(id)).isFalse();
    }

    @Test
    void unique_sameOrLikeNames_areNumberedWithoutCollision() {
        Slug slugs = new Slug();
        assertThat(slugs.unique("Toad")).isEqualTo("toad");
        assertThat(slugs.unique("TOAD!")).isEqualTo("toad-2");
        assertThat(slugs.unique("Toad 3")).isEqualTo("toad-3");
        assertThat(slugs.unique("toad")).isEqualTo("toad-4");
    }

    @Test
    void unique_longNames_stayWithinTheLength() {
        Slug slugs = new Slug();
        String name = "😀𠀀".repeat(60) + "𠀀".repeat(60);
        for (int i = 0; i < 12; i++) {
            assertThat(slugs.unique(name))
                    .satisfies(s -> assertThat(Slug.isSlug(s)).isTrue());
        }
    }
}
