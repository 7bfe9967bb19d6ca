package dramatis.characters;

import static java.util.Objects.requireNonNull;

import dramatis.persona.Persona;
import java.util.List;
import java.util.Optional;

/**
 * A character that somebody brought.
 *
 * @param persona the character, as it can be written
 * @param card the card that it came from; keep it, and give it to {@link CharacterExport}
 * @param notes sentences for whoever brought it: what was read, then what is kept and not used; empty without a card
 */
public record Imported(Persona persona, Optional<CharacterCard> card, List<String> notes) {
    public Imported {
        requireNonNull(persona, "persona");
        requireNonNull(card, "card");
        notes = List.copyOf(notes);
    }

    /** A character without a card. */
    static Imported of(Persona persona) {
        return new Imported(persona, Optional.empty(), List.of());
    }
}
