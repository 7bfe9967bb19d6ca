package dramatis.command;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file that comes with a call or with an answer, in memory. */
public final class Attachment {
    /** The most bytes that a command is given; whoever reads a file for one looks at its size first. */
    public static final int LARGEST = 10 << 20;

    private final String name;
    private final byte[] content;

    /** @param content becomes the attachment's own: it is not copied */
    public Attachment(String name, byte[] content) {
        this.name = requireNonNull(name, "name");
        this.content = requireNonNull(content, "content");
    }

    /** A text file in UTF-8. */
    public static Attachment text(String name, String text) {
        return new Attachment(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    /** Its bytes, which are not to be changed. */
    public byte[] content() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment file && file.name.equals(name) && Arrays.equals(file.content, content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    /** Without what is in it. */
    @Override
    public String toString() {
        return "Attachment[" + name + ", " + content.length + " bytes]";
    }
}
