package dramatis.persona;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Files of names, one a line; a name in brackets is left out, and a file that begins with an exclamation mark is wrong. */
public final class TestingCharacterFiles implements CharacterFiles {
    @Override
    public List<Brought> read(String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.startsWith("!")) {
            throw new CharacterRefusal(name + ": It is wrong; mend it.", new IllegalArgumentException(text));
        }
        List<String> leftOut = lines(text, true).toList();
        return lines(text, false)
                .map(line -> new Brought(TestingPersonaStore.persona(Slug.of(line), line), leftOut))
                .toList();
    }

    private static Stream<String> lines(String text, boolean bracketed) {
        return text.lines().filter(line -> line.startsWith("[") == bracketed);
    }

    @Override
    public byte[] write(Persona persona, Format format) {
        if (persona.profile().isEmpty()) {
            throw new CharacterRefusal("There is no profile; write one.", new IllegalArgumentException());
        }
        return (format + " of " + persona.name()).getBytes(StandardCharsets.UTF_8);
    }
}
