package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/** A file that is attached to something. */
public final class DiscordServerFile {
    private final String name;
    private final String type;
    private final byte[] content;

    /** A file; the type is a media type. */
    public DiscordServerFile(String name, String type, byte[] content) {
        this.name = requireNonNull(name, "name");
        this.type = requireNonNull(type, "type");
        this.content = content.clone();
    }

    public static DiscordServerFile text(String name, String content) {
        return new DiscordServerFile(name, "text/plain; charset=utf-8", content.getBytes(UTF_8));
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public byte[] content() {
        return content.clone();
    }
}
