package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/** A file that somebody sent. */
public final class TelegramServerFile {
    private final String id;
    private final String name;
    private final byte[] content;

    TelegramServerFile(String id, String name, byte[] content) {
        this.id = requireNonNull(id, "id");
        this.name = requireNonNull(name, "name");
        this.content = content.clone();
    }

    /** What the bot asks for it by. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }

    /** Below {@code /file/bot<token>/}. */
    String path() {
        return "documents/" + id;
    }

    /** The fields that every kind of file has. */
    ObjectNode json() {
        ObjectNode json = TelegramServerJson.object();
        json.put("file_id", id);
        json.put("file_unique_id", "unique" + id);
        json.put("file_size", content.length);
        return json;
    }
}
