package dramatis.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HookNameTest {
    @Test
    void of_forbiddenWords_partedUnseen() {
        assertThat(HookName.of("Bonnie and Clyde"))
                .isNotEqualTo("Bonnie and Clyde")
                .hasSize(17);
        assertThat(HookName.of("DISCORDIA").toLowerCase(java.util.Locale.ROOT)).doesNotContain("discord");
    }

    @Test
    void of_longName_cutBetweenLetters() {
        assertThat(HookName.of("👨‍👩‍👧‍👦".repeat(20))).isEqualTo("👨‍👩‍👧‍👦".repeat(7));
    }

    @Test
    void of_nothing_something() {
        assertThat(HookName.of("  ")).isEqualTo("?");
    }
}
