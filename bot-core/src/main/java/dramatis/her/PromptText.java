package dramatis.her;

import java.util.Map;

/**
 * The words of the system prompts. They are what HER was trained and evaluated with (its model card, its chat demo, its
 * evaluation code): a changed blank line is a bug.
 */
final class PromptText {
    static final String SOMEBODY = "A person interacting with the character.";

    private static final String CARD_END = """
            ===Instructions===
            - Stay in character as {character} at all times
            - Keep responses natural and engaging, consistent with the book's style
            - Respond from {character}'s perspective
            - **IMPORTANT: Speak DIRECTLY to "{user}" using "you" (second person). Do NOT use third person.**

            ===Output Format===
            Your output should include thought, speech, and action in this two-part structure:

            1. System Thinking: A single block at the very beginning, wrapped in <system_thinking> and </system_thinking>. This is third-person analysis of how to portray the character.

            2. Role-play Response: The character's actual response including:
               - <role_thinking>inner thoughts</role_thinking> (invisible to others)
               - <role_action>physical actions</role_action> (visible to others)
               - Speech (plain text, what the character says out loud)""";

    private static final String SCENE_END = """


            ===Requirements===


            ===CRITICAL RULES (MUST FOLLOW)===
            1. You are ONLY playing {character}. NEVER speak or act as other characters.
            2. Output ONLY ONE turn of dialogue. Do NOT generate multiple conversation rounds.
            3. NEVER include other character names followed by colons (e.g., "OtherCharacter:") in your output.
            4. Keep your response concise and focused on your character's single turn.
            5. Stop after completing your character's thought, speech, and action for this turn.
            6. Limit your response to approximately 200 words.

            ===Requirements===
            Your output should follow this two-part structure in strict order:
            1. System Thinking: A single block at the very beginning, wrapped in <system_thinking> and </system_thinking>. This is the third-person analysis of how to portray the role.
            2. Role-play Response: The response include the role's thought, speech and action. Use <role_thinking> your thought </role_thinking> and <role_action> your action</role_action> as needed. These three elements (thought, speech and action) can appear multiple times and be freely interleaved.
            (all thinking is invisible to others)




            """;

    private PromptText() {}

    /** The words that name the book in style {@code card}; none where there is no book. */
    static String fromTheBook(String book) {
        return book.isBlank() ? "" : " from the book \"" + book + "\"";
    }

    /** The words that name the book in style {@code scene}; none where there is no book. */
    static String from(String book) {
        return book.isBlank() ? "" : " from " + book;
    }

    static String card(CardGaps gaps) {
        return "You are role-playing as " + gaps.character() + gaps.fromTheBook() + ".\n\n"
                + section(gaps.character() + "'s Profile", gaps.profile(), gaps.blanks())
                + section("Current Scene", gaps.scene(), gaps.blanks())
                + section("Your Current Thoughts", gaps.thought(), gaps.blanks())
                + section("The Person You Are Interacting With", gaps.user() + ": " + gaps.userProfile(), true)
                + fill(CARD_END, gaps.character(), gaps.user());
    }

    static String scene(SceneGaps gaps) {
        StringBuilder information = new StringBuilder();
        gaps.others().forEach((name, about) -> information.append("\n" + name + ": " + about + "\n"));
        return "You are " + gaps.character() + gaps.fromBook() + ".\n\n"
                + section(gaps.character() + "'s Profile", gaps.profile(), gaps.blanks())
                + section("Current Scenario", gaps.scenario(), gaps.blanks())
                + section("Information about the other Characters", information.toString(), false)
                + section("Your Inner Thoughts", gaps.thoughts(), false)
                + fill(SCENE_END, gaps.character(), "");
    }

    private static String section(String heading, String text, boolean evenBlank) {
        return evenBlank || !text.isEmpty() ? "===" + heading + "===\n" + text + "\n\n" : "";
    }

    /** Fills the gaps in one pass, so that a name that looks like a gap stays a name. */
    private static String fill(String template, String character, String user) {
        return Gaps.fill(template, Map.of("{character}", character, "{user}", user));
    }
}
