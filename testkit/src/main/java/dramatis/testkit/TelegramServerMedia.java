package dramatis.testkit;

import tools.jackson.databind.node.ObjectNode;

/** Writes files into Message objects, each kind with the fields that it must have. */
final class TelegramServerMedia {
    private TelegramServerMedia() {}

    static void put(ObjectNode message, String kind, TelegramServerFile file) {
        ObjectNode media = file.json();
        switch (kind) {
            case "photo" -> message.putArray("photo").add(media.put("width", 90).put("height", 90));
            case "sticker" -> message.set("sticker", sticker(media, file.name()));
            case "voice" -> message.set("voice", media.put("duration", 2).put("mime_type", "audio/ogg"));
            default ->
                message.set(kind, media.put("file_name", file.name()).put("mime_type", "application/octet-stream"));
        }
    }

    private static ObjectNode sticker(ObjectNode media, String emoji) {
        media.put("type", "regular").put("width", 512).put("height", 512);
        return media.put("is_animated", false).put("is_video", false).put("emoji", emoji);
    }
}
