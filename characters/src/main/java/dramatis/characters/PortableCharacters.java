package dramatis.characters;

import dramatis.persona.CharacterFiles;
import dramatis.persona.CharacterRefusal;
import dramatis.persona.Persona;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Characters as files that people bring into a chat and take out of it: read by {@link CharacterImport}, written by
 * {@link CharacterExport}. A card that somebody brought is not kept.
 */
public final class PortableCharacters implements CharacterFiles {
    @Override
    public List<Brought> read(String name, byte[] content) {
        return orRefusal(() -> CharacterImport.read(name, content).stream()
                .map(PortableCharacters::brought)
                .toList());
    }

    private static Brought brought(Imported imported) {
        return new Brought(
                imported.persona(), imported.card().map(CardNotes::unused).orElse(List.of()));
    }

    @Override
    public byte[] write(Persona persona, Format format) {
        return orRefusal(() -> switch (format) {
            case YAML -> CharacterExport.yaml(persona);
            case JSON -> CharacterExport.json(persona, Optional.empty(), CardSpec.V2);
            case PNG -> picture(persona);
        });
    }

    /** Drawing asks for no screen, and there may be none. */
    private static byte[] picture(Persona persona) {
        System.setProperty("java.awt.headless", "true");
        return CharacterExport.png(persona, Optional.empty());
    }

    /** Who wrote the file sees all that is wrong with it elsewhere; a chat has room for the first. */
    private static <T> T orRefusal(Supplier<T> work) {
        try {
            return work.get();
        } catch (CharacterFileException e) {
            throw new CharacterRefusal(e.problems().get(0).toString(), e);
        }
    }
}
