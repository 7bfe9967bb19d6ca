package dramatis.openai;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dramatis.inference.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/** A tokenizer.json of the model's, to count with. Safe for use by many threads. */
final class LocalTokenizer implements AutoCloseable {
    private static final Map<String, String> OPTIONS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    private final HuggingFaceTokenizer tokenizer;
    private boolean closed;

    private LocalTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Reads the file; throws {@link EngineException} UNSUPPORTED where it cannot be read. */
    static LocalTokenizer read(Path file) {
        try {
            return new LocalTokenizer(HuggingFaceTokenizer.newInstance(file, OPTIONS));
        } catch (IOException | RuntimeException e) {
            throw new EngineException(
                    EngineException.Kind.UNSUPPORTED,
                    file + " cannot be read as a tokenizer: set MODEL_TOKENIZER to the model's tokenizer.json.",
                    e);
        }
    }

    /** The tokens of a text; empty once it is closed. */
    synchronized OptionalInt count(String text) {
        return closed
                ? OptionalInt.empty()
                : OptionalInt.of(tokenizer.encode(text).getIds().length);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            tokenizer.close();
        }
    }
}
