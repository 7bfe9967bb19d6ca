package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.persona.Scene;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenePromptTest {
    private static final Scene TRIAL = scene(
            "The Reed Ledger",
            profiles("Ivo Marsh", " \nA clerk {user}.\r\nHe counts.\u00a0", "Tamsin", "", " Odd ", "Spaces around."),
            Map.of("Ivo Marsh", "She has the ledger."),
            Map.of("Tamsin", "To burn the ledger."),
            Map.of("Ivo Marsh", "\tThe clerk.\n", "Warden", "Keeps the gate."),
            List.of("Tamsin", "Environment", "Ivo Marsh", "Warden", "Nobody", "Tamsin"));

    @Test
    void card_ofACharacter_isReproduced() {
        Golden.check("scene-file-card.golden", ScenePrompt.card(TRIAL, "Ivo Marsh", "Tamsin"));
    }

    @Test
    void scene_ofACharacterWithMotivation_isReproduced() {
        Golden.check("scene-file-scene.golden", ScenePrompt.scene(TRIAL, "Tamsin"));
    }

    @Test
    void card_withNothingKnown_keepsBlankSections() {
        assertThat(ScenePrompt.card(TRIAL, "Tamsin", "Guest"))
                .startsWith("""
                        You are role-playing as Tamsin from the book "The Reed Ledger".

                        ===Tamsin's Profile===


                        ===Current Scene===
                        A hall.

                        ===Your Current Thoughts===


                        """)
                .contains("\nGuest: A person interacting with the character.\n");
    }

    @Test
    void card_forAUserWithABlankProfile_keepsItBlank() {
        assertThat(ScenePrompt.card(TRIAL, "Ivo Marsh", "Tamsin")).contains("With===\nTamsin: \n\n===Instr");
    }

    @Test
    void scene_ofSomebodyWithoutProfile_isBlankAndTellsTheOthers() {
        assertThat(ScenePrompt.scene(TRIAL, "Nobody")).startsWith("""
                        You are Nobody from The Reed Ledger.

                        ===Nobody's Profile===


                        ===Current Scenario===
                        A hall.

                        ===Information about the other Characters===

                        Ivo Marsh: The clerk.

                        A clerk {user}.\r
                        He counts.

                        Warden: Keeps the gate.




                        ===Requirements===
                        """);
    }

    @Test
    void prompts_withoutABook_leaveItsWordsOut() {
        Scene scene = scene("", profiles("A", "x"), Map.of(), Map.of(), Map.of(), List.of("A"));

        assertThat(ScenePrompt.card(scene, "A", "B")).startsWith("You are role-playing as A.\n");
        assertThat(ScenePrompt.scene(scene, "A")).startsWith("You are A.\n");
    }

    @Test
    void cardCastings_areTheProfilesEachWithTheNext() {
        assertThat(ScenePrompt.cardCastings(TRIAL))
                .containsExactly(
                        new Casting("Ivo Marsh", "Tamsin"),
                        new Casting("Tamsin", " Odd "),
                        new Casting(" Odd ", "Ivo Marsh"));
    }

    @Test
    void cardCastings_ofOneAlone_meetAVisitor() {
        Scene scene = scene("b", profiles("A", "x"), Map.of(), Map.of(), Map.of(), List.of("A"));

        assertThat(ScenePrompt.cardCastings(scene)).containsExactly(new Casting("A", "Visitor"));
    }

    @Test
    void sceneCastings_areTheSpeakersWithoutTheEnvironment() {
        assertThat(ScenePrompt.sceneCastings(TRIAL))
                .extracting(Casting::character)
                .containsExactly("Tamsin", "Ivo Marsh", "Warden", "Nobody");
    }

    @Test
    void sceneCastings_whereNobodyIsNamed_areThoseWithProfiles() {
        Scene scene = scene("b", profiles("A", "x", "B", "y"), Map.of(), Map.of(), Map.of(), List.of());

        assertThat(ScenePrompt.sceneCastings(scene))
                .extracting(Casting::character)
                .containsExactly("A", "B");
    }

    private static Map<String, String> profiles(String... namesAndTexts) {
        Map<String, String> profiles = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            profiles.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return profiles;
    }

    private static Scene scene(
            String book,
            Map<String, String> profiles,
            Map<String, String> thoughts,
            Map<String, String> motivations,
            Map<String, String> descriptions,
            List<String> speakers) {
        return new Scene(book, "topic", "A hall.", profiles, thoughts, motivations, descriptions, speakers);
    }
}
