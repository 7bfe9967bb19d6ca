package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.inference.InferenceEngine;
import dramatis.openai.OpenAiEngine;

/** Brings a model up and shows that it goes on. */
final class Loading {
    private final Surroundings surroundings;

    Loading(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    /** Blocks for as long as the model takes; what is wrong with a server is logged, and does no harm yet. */
    InferenceEngine load(ModelSettings settings) {
        var terminal = Chat.isTerminal();
        if (terminal) {
            surroundings.err().println("Loading the model…");
        }
        try (var bar = new DownloadBar(surroundings.err(), terminal)) {
            var engine = Engines.load(settings, bar);
            if (engine instanceof OpenAiEngine servers) {
                var unused = servers.check();
            }
            return engine;
        }
    }
}
