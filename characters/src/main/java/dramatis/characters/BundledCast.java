package dramatis.characters;

import dramatis.persona.Persona;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The characters that come with the program: resources named in {@code index.txt}, an id a line. */
final class BundledCast {
    private BundledCast() {}

    static List<Persona> read() {
        return ids().stream().map(BundledCast::read).toList();
    }

    static List<String> ids() {
        return new String(bytes("index.txt"), StandardCharsets.UTF_8).lines().toList();
    }

    private static Persona read(String id) {
        String file = id + ".yaml";
        return CharacterFile.read(file, id, bytes(file));
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = BundledCast.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: it lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
