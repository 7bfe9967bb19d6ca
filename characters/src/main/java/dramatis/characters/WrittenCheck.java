package dramatis.characters;

import dramatis.persona.Persona;
import java.util.List;
import java.util.stream.Stream;

/** Checks a character that was made of another format: what our own file of it would be refused for, is wrong. */
final class WrittenCheck {
    private WrittenCheck() {}

    /** What is wrong with it, in no particular place. */
    static List<CharacterProblem> problems(String file, Persona persona) {
        if (length(persona) > CharacterFile.LARGEST) {
            return List.of(tooLong(file)); // before so much is written
        }
        byte[] written = CharacterExport.yaml(persona);
        return written.length > CharacterFile.LARGEST ? List.of(tooLong(file)) : problems(file, persona, written);
    }

    private static List<CharacterProblem> problems(String file, Persona persona, byte[] written) {
        try {
            CharacterFile.read(file, persona.id(), written);
            return List.of();
        } catch (CharacterFileException e) {
            return e.problems().stream()
                    .map(p -> new CharacterProblem(p.file(), p.field(), 0, 0, p.sentence()))
                    .toList();
        }
    }

    private static CharacterProblem tooLong(String file) {
        return new CharacterProblem(
                file,
                "",
                0,
                0,
                "The texts together are longer than " + (CharacterFile.LARGEST >> 10)
                        + " KiB, the most that a character has; shorten them.");
    }

    private static long length(Persona persona) {
        Stream<String> own = Stream.of(persona.profile(), persona.publicProfile(), persona.scene(), persona.thought());
        Stream<String> examples = persona.examples().stream().flatMap(e -> Stream.of(e.line(), e.reply()));
        return Stream.of(own, persona.greetings().stream(), examples)
                .flatMap(texts -> texts)
                .mapToLong(String::length)
                .sum();
    }
}
