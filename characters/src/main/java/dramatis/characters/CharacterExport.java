package dramatis.characters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dramatis.persona.Persona;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Makes files of characters. Where the card is kept that a character came from, all of it is in the new one, and only what
 * was changed since is changed. Stateless; safe on any thread. A picture that is drawn takes some hundred milliseconds the
 * first time.
 */
public final class CharacterExport {
    private CharacterExport() {}

    /** The character as a file of our own, {@code <id>.yaml}. */
    public static byte[] yaml(Persona persona) {
        return CharacterWriter.write(persona).getBytes(UTF_8);
    }

    /**
     * The character as a card in JSON.
     *
     * @param kept the card that it came from
     * @throws CharacterFileException when the character has no profile, which a card needs, or the card becomes larger
     *     than is read
     */
    public static byte[] json(Persona persona, Optional<CharacterCard> kept, CardSpec spec) {
        return checked(persona, CardJson.inLines(tree(persona, kept, spec)));
    }

    /**
     * The character as a picture with a card of V2 and one of V3 in it: the picture of the card that it came from, or
     * its initials.
     *
     * @param kept the card that it came from
     * @throws CharacterFileException when the character has no profile, which a card needs, or the picture becomes
     *     larger than is read
     */
    public static byte[] png(Persona persona, Optional<CharacterCard> kept) {
        Png picture = kept.flatMap(CharacterCard::picture)
                .orElseGet(() -> Png.read(persona.id(), InitialsPicture.draw(persona.name())));
        Map<String, byte[]> cards = new LinkedHashMap<>();
        cards.put(CharacterCard.V2_CHUNK, base64(tree(persona, kept, CardSpec.V2)));
        cards.put(CharacterCard.V3_CHUNK, base64(tree(persona, kept, CardSpec.V3)));
        return checked(persona, picture.with(cards));
    }

    private static JsonNode tree(Persona persona, Optional<CharacterCard> kept, CardSpec spec) {
        CardTree card = kept.map(CharacterCard::tree).orElseGet(() -> CardMerge.blank(persona));
        return CardMerge.merge(card, persona, spec);
    }

    private static byte[] base64(JsonNode tree) {
        return Base64.getEncoder().encode(CardJson.inOneLine(tree));
    }

    private static byte[] checked(Persona persona, byte[] card) {
        if (card.length > CharacterCard.LARGEST) {
            throw FileText.refusal(
                    persona.id(),
                    Place.NONE,
                    "The card would be larger than " + (CharacterCard.LARGEST >> 20)
                            + " MiB, the most that is read again; shorten its lorebook or shrink its picture.");
        }
        return card;
    }
}
