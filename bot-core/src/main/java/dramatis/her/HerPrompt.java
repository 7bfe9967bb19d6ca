package dramatis.her;

import dramatis.persona.Persona;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * System prompts for a persona in a session: the words of {@link ScenePrompt}, without the book where there is none, and
 * without the sections that have nothing to say. No text of a person or a card makes a control token in them; the gaps
 * {@code {user}} and {@code {char}}, single or double, are filled. Pure functions, for any thread.
 */
public final class HerPrompt {
    private HerPrompt() {}

    /** The prompt in style {@code card}: one person and one character. */
    public static String card(Persona persona, Situation situation) {
        String name = Neutral.name(persona.name());
        String user = Neutral.name(situation.user());
        return PromptText.card(new CardGaps(
                name,
                persona.book().map(Neutral::card).map(PromptText::fromTheBook).orElse(""),
                profile(persona, situation),
                fill(situation.scene().orElse(persona.scene()), persona, user),
                fill(persona.thought(), persona, user),
                user,
                situation
                        .userProfile()
                        .map(Neutral::about)
                        .filter(a -> !a.isEmpty())
                        .orElse(PromptText.SOMEBODY),
                false));
    }

    /** The prompt in style {@code scene}: several characters in one channel. */
    public static String scene(Persona persona, Situation situation) {
        String user = Neutral.name(situation.user());
        Map<String, String> others = new LinkedHashMap<>();
        situation.others().forEach((name, about) -> others.put(Neutral.name(name), fill(about, persona, user)));
        others.values().removeIf(String::isEmpty);
        return PromptText.scene(new SceneGaps(
                Neutral.name(persona.name()),
                persona.book().map(Neutral::card).map(PromptText::from).orElse(""),
                profile(persona, situation),
                fill(situation.scene().orElse(persona.scene()), persona, user),
                others,
                fill(persona.thought(), persona, user),
                false));
    }

    /** A line of the owner's for one reply, at the end of what the character hears: under a heading, as the prompt's are. */
    public static String direction(String character, String line) {
        return "===Direction for " + Neutral.name(character) + "===\n" + Neutral.about(line);
    }

    /** A text of a persona, such as a greeting, with its gaps filled. HER's tags stay. */
    public static String fill(String text, Persona persona, String user) {
        String person = Neutral.name(user);
        String name = Neutral.name(persona.name());
        String filled = Gaps.fill(
                Neutral.card(text), Map.of("{{user}}", person, "{user}", person, "{{char}}", name, "{char}", name));
        return Strip.spaces(filled);
    }

    private static String profile(Persona persona, Situation situation) {
        StringBuilder profile = new StringBuilder(fill(persona.profile(), persona, situation.user()));
        if (situation.examples() && !persona.examples().isEmpty()) {
            profile.append("\n\nExamples of how ")
                    .append(Neutral.name(persona.name()))
                    .append(" answers:");
            for (Persona.Example example : persona.examples()) {
                profile.append("\n\n").append(fill(example.line(), persona, situation.user()));
                profile.append("\n").append(Neutral.name(persona.name())).append(": ");
                profile.append(fill(example.reply(), persona, situation.user()));
            }
        }
        return Strip.spaces(profile.toString());
    }
}
