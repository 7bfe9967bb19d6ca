package dramatis.characters;

import static java.util.Objects.requireNonNull;

import dramatis.persona.Portraits;
import java.nio.file.Path;

/**
 * The pictures of cards in a folder, without the cards in them, and drawn ones for characters that have none. Blocks on the
 * disk.
 */
public final class CharacterPortraits implements Portraits {
    private static final String PNG = "image/png";

    private final Path folder;

    /** @param folder where character files are; it may be missing */
    public CharacterPortraits(Path folder) {
        this.folder = requireNonNull(folder, "folder");
    }

    @Override
    public Portrait of(String personaId, String name) {
        return CharacterFolder.card(folder, personaId)
                .flatMap(CharacterCard::picture)
                .map(picture -> new Portrait(PNG, picture.bare()))
                .orElseGet(() -> new Portrait(PNG, InitialsPicture.draw(name, personaId)));
    }
}
