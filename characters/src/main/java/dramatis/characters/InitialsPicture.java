package dramatis.characters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a character who has no picture: its initials on a colour of its own, and a row of marks that is its id's. */
final class InitialsPicture {
    static final int SIZE = 512;

    private static final int MARKS = 32;

    private InitialsPicture() {}

    /** A PNG, the same for the same name. */
    static byte[] draw(String name) {
        return draw(name, name);
    }

    /** A PNG, the same for the same name and id; those of two ids differ. */
    static byte[] draw(String name, String id) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        int[] colour = new int[SIZE * SIZE];
        Arrays.fill(colour, colour(name).getRGB());
        image.setRGB(0, 0, SIZE, SIZE, colour, 0, SIZE);
        mark(image, id);
        letter(image, initials(name));
        return bytes(image);
    }

    /** Along the lower edge, a mark for each bit of the id's hash that is set. */
    private static void mark(BufferedImage image, String id) {
        CRC32 hash = new CRC32();
        hash.update(id.getBytes(UTF_8));
        int width = SIZE / MARKS;
        for (int i = 0; i < MARKS; i++) {
            if ((hash.getValue() >>> i & 1) == 1) {
                fill(image, i * width, width);
            }
        }
    }

    private static void fill(BufferedImage image, int from, int width) {
        for (int x = from; x < from + width; x++) {
            for (int y = SIZE - width; y < SIZE; y++) {
                image.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
    }

    /** Any hue, always dark enough for white letters. */
    static Color colour(String name) {
        float hue = Math.floorMod(name.hashCode() * 0x9E3779B9, 360) / 360f;
        return Color.getHSBColor(hue, 0.5f, 0.5f);
    }

    /** The first letters of the first and the last word; empty where there are none. */
    static String initials(String name) {
        List<String> letters = Arrays.stream(name.split("[\\s-]+"))
                .map(word -> word.replaceFirst("^[^\\p{L}\\p{N}]+", ""))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .toList();
        return letters.isEmpty() ? "" : letters.get(0) + (letters.size() == 1 ? "" : letters.get(letters.size() - 1));
    }

    /** A small Java without fonts, or one that looks for a screen in vain, draws none; a plain colour is a picture too. */
    private static void letter(BufferedImage image, String initials) {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.BOLD, SIZE * 2 / 5);
            if (!initials.isEmpty() && font.canDisplayUpTo(initials) < 0) {
                letter(image, font, initials);
            }
        } catch (RuntimeException | InternalError | AWTError | LinkageError e) {
            return;
        }
    }

    private static void letter(BufferedImage image, Font font, String initials) {
        Graphics2D pen = image.createGraphics();
        pen.setFont(font);
        pen.setColor(Color.WHITE);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Rectangle2D box =
                font.createGlyphVector(pen.getFontRenderContext(), initials).getVisualBounds();
        pen.drawString(initials, (float) (SIZE / 2.0 - box.getCenterX()), (float) (SIZE / 2.0 - box.getCenterY()));
        pen.dispose();
    }

    private static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream sink = new MemoryCacheImageOutputStream(out)) { // no temporary file
            ImageIO.write(image, "png", sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return out.toByteArray();
    }
}
