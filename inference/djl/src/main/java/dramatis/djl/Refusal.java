package dramatis.djl;

import dramatis.inference.EngineException;
import java.io.IOException;
import java.nio.file.Path;

/** Sentences that say why a checkpoint is not played: what is there and what is allowed. */
final class Refusal {
    private Refusal() {}

    static EngineException of(String sentence) {
        return new EngineException(EngineException.Kind.UNSUPPORTED, sentence);
    }

    static EngineException unreadable(Path file, IOException cause) {
        return new EngineException(
                EngineException.Kind.UNSUPPORTED,
                file + " cannot be read (" + cause.getClass().getSimpleName() + "): is the checkpoint complete?",
                cause);
    }
}
