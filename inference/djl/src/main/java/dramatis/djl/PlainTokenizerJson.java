package dramatis.djl;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Rewrites a tokenizer.json so that no text can become a control token: its added tokens are emptied, and their spellings
 * are taken out of the vocabulary. Copies token by token, since the file may have megabytes.
 */
final class PlainTokenizerJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final Set<String> controls;

    private PlainTokenizerJson(Set<String> controls) {
        this.controls = controls;
    }

    /** The rewritten file; {@code controls} are the spellings that leave the vocabulary. */
    static byte[] rewrite(byte[] json, Set<String> controls) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), json);
                JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            from.nextToken();
            new PlainTokenizerJson(controls).copyFile(from, to);
        }
        return out.toByteArray();
    }

    private void copyFile(JsonParser from, JsonGenerator to) {
        to.writeStartObject();
        while (from.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = from.currentName();
            to.writeName(name);
            JsonToken value = from.nextToken();
            if (name.equals("added_tokens")) {
                from.skipChildren();
                to.writeStartArray();
                to.writeEndArray();
            } else if (name.equals("model") && value == JsonToken.START_OBJECT) {
                copyModel(from, to);
            } else {
                to.copyCurrentStructure(from);
            }
        }
        to.writeEndObject();
    }

    private void copyModel(JsonParser from, JsonGenerator to) {
        to.writeStartObject();
        while (from.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = from.currentName();
            to.writeName(name);
            JsonToken value = from.nextToken();
            if (name.equals("vocab") && value == JsonToken.START_OBJECT) {
                copyVocabulary(from, to);
            } else {
                to.copyCurrentStructure(from);
            }
        }
        to.writeEndObject();
    }

    private void copyVocabulary(JsonParser from, JsonGenerator to) {
        to.writeStartObject();
        while (from.nextToken() == JsonToken.PROPERTY_NAME) {
            String token = from.currentName();
            from.nextToken();
            if (!controls.contains(token)) {
                to.writeName(token);
                to.copyCurrentStructure(from);
            }
        }
        to.writeEndObject();
    }
}
