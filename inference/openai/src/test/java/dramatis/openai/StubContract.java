package dramatis.openai;

import dramatis.inference.InferenceEngine;
import dramatis.inference.InferenceEngineContract;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFlavor;
import dramatis.testkit.ModelServerQuirk;
import org.junit.jupiter.api.AfterEach;

/** The engine's contract, against one kind of server. */
abstract class StubContract extends InferenceEngineContract {
    private final ModelServer server;

    StubContract(ModelServerFlavor flavor, ModelServerQuirk... quirks) {
        server = ModelServer.of(flavor).quirks(quirks);
    }

    @Override
    protected InferenceEngine newEngine() {
        server.start();
        OpenAiEngine engine = OpenAiEngine.open(options(OpenAiOptions.of(server.url())));
        engine.check();
        return engine;
    }

    OpenAiOptions options(OpenAiOptions defaults) {
        return defaults;
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
