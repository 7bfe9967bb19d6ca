package dramatis.characters;

import static java.util.Objects.requireNonNull;

import dramatis.persona.Persona;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * A character card that somebody brought, V1, V2 or V3, in JSON or in a PNG, with all that is in it: also what no
 * character of ours has a place for. V2 and V3 as in the specifications of malfoyslastname and kwaroran. Immutable; safe
 * on any thread.
 */
public final class CharacterCard {
    /** The most bytes of a file that are read. */
    static final int LARGEST = 10 << 20;

    /** The most bytes of base64 in a picture: what such a file is in base64. */
    private static final int LARGEST_TEXT = 14 << 20;

    static final String V2_CHUNK = "chara";
    static final String V3_CHUNK = "ccv3";

    private final byte[] source;
    private final CardTree tree;
    private final boolean sound;

    private CharacterCard(byte[] source, CardTree tree, boolean sound) {
        this.source = source.clone();
        this.tree = tree;
        this.sound = sound;
    }

    /**
     * The card in the bytes of a file.
     *
     * @param file what the file is called in messages
     * @param content JSON in UTF-8, or a PNG
     * @throws CharacterFileException when it is no card, is damaged, or is larger than is good
     */
    public static CharacterCard read(String file, byte[] content) {
        requireNonNull(file, "file");
        FileText.refuseLarger(file, content.length, LARGEST);
        if (!Png.begins(content)) {
            return new CharacterCard(content, tree(file, content), true);
        }
        Png png = Png.read(file, content);
        Png.Chunk chunk = png.text(V3_CHUNK)
                .or(() -> png.text(V2_CHUNK))
                .orElseThrow(() -> FileText.refusal(
                        file,
                        Place.NONE,
                        "There is no character card in the picture; chats and galleries often remove it, so get the"
                                + " original file."));
        byte[] json = decoded(file, png.content(file, chunk, LARGEST_TEXT));
        return new CharacterCard(content, tree(file, json), png.isSound(chunk));
    }

    private static CardTree tree(String file, byte[] json) {
        return CardTree.of(file, CardJson.read(file, json));
    }

    /** Base64 as it is found: with or without line breaks and padding, in either alphabet. Changes the text in place. */
    private static byte[] decoded(String file, byte[] base64) {
        int length = 0;
        for (byte c : base64) {
            if (c > ' ' && c != '=') {
                base64[length++] = c == '-' ? (byte) '+' : c == '_' ? (byte) '/' : c;
            }
        }
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(base64, 0, length));
            byte[] json = new byte[decoded.remaining()];
            decoded.get(json);
            return json;
        } catch (IllegalArgumentException e) {
            throw FileText.refusal(
                    file, Place.NONE, "The card in the picture is not base64; export it once more from its source.");
        }
    }

    /** V2 or V3; empty is V1. */
    public Optional<CardSpec> spec() {
        return tree.spec();
    }

    /** Who made it, for people to see; empty where it does not say. It may have any characters in it. */
    public String creator() {
        return tree.note("creator");
    }

    /** Which version of the character it is, for people to see. */
    public String version() {
        return tree.note("character_version");
    }

    /** What its author tells people, never the model; may be long, and HTML. */
    public String creatorNotes() {
        return tree.note("creator_notes");
    }

    /** The file as it came, to the byte. */
    public byte[] source() {
        return source.clone();
    }

    /** Whether it came as a picture. */
    public boolean isPicture() {
        return Png.begins(source);
    }

    /** Whether the card in the picture has the checksum that it should have. */
    boolean isSound() {
        return sound;
    }

    CardTree tree() {
        return tree;
    }

    /** The picture that it came in. */
    Optional<Png> picture() {
        return isPicture() ? Optional.of(Png.read(tree.file(), source)) : Optional.empty();
    }

    /** The character on it. */
    Persona persona() {
        return new CardReader(tree).read();
    }
}
