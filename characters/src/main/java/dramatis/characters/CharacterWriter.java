package dramatis.characters;

import dramatis.persona.Persona;
import java.util.List;

/**
 * Writes a character as a file that {@link CharacterFile} reads back equal, in the shape that a person would give it.
 * Stateless; safe on any thread.
 */
public final class CharacterWriter {
    private final StringBuilder out = new StringBuilder();

    private CharacterWriter() {}

    /** The file's text; the id is not in it, for it is the file's name. */
    public static String write(Persona persona) {
        CharacterWriter writer = new CharacterWriter();
        writer.persona(persona);
        return writer.out.toString();
    }

    private void persona(Persona persona) {
        List<String> greetings = persona.greetings();
        text(CharacterKey.NAME, persona.name());
        text(CharacterKey.FROM, persona.book().orElse(""));
        text(CharacterKey.PROFILE, persona.profile());
        text(CharacterKey.PUBLIC_PROFILE, persona.publicProfile());
        text(CharacterKey.SCENE, persona.scene());
        text(CharacterKey.THOUGHT, persona.thought());
        text(CharacterKey.GREETING, greetings.isEmpty() ? "" : greetings.get(0));
        items(CharacterKey.ALTERNATES, greetings.subList(Math.min(1, greetings.size()), greetings.size()));
        examples(persona.examples());
        text(CharacterKey.AVATAR, persona.avatar());
        tags(persona.tags());
    }

    private void text(CharacterKey key, String text) {
        if (!text.isEmpty()) {
            key(key).append(YamlText.of(text, 2)).append('\n');
        }
    }

    private void items(CharacterKey key, List<String> texts) {
        if (!texts.isEmpty()) {
            key(key).append('\n');
            texts.forEach(text -> out.append("  -").append(YamlText.of(text, 4)).append('\n'));
        }
    }

    private void examples(List<Persona.Example> examples) {
        if (!examples.isEmpty()) {
            key(CharacterKey.EXAMPLES).append('\n');
            examples.forEach(this::example);
        }
    }

    private void example(Persona.Example example) {
        out.append("  - line:").append(YamlText.of(example.line(), 6)).append('\n');
        out.append("    reply:").append(YamlText.of(example.reply(), 6)).append('\n');
    }

    private void tags(List<String> tags) {
        if (tags.stream().allMatch(YamlText::isPlain) && !tags.isEmpty()) {
            key(CharacterKey.TAGS).append(" [").append(String.join(", ", tags)).append("]\n");
        } else {
            items(CharacterKey.TAGS, tags);
        }
    }

    /** A blank line above each key but the second, which stands with the name. */
    private StringBuilder key(CharacterKey key) {
        if (key != CharacterKey.NAME && key != CharacterKey.FROM) {
            out.append('\n');
        }
        return out.append(key.key()).append(':');
    }
}
