package dramatis.telemetry;

import static java.util.Objects.requireNonNull;

import dramatis.inference.ChatMessage;
import dramatis.inference.Completion;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.InferenceEngine;
import dramatis.inference.Sampling;
import dramatis.inference.TokenSink;
import java.util.function.Supplier;

/** An engine whose work and failures are told of. */
public final class MeteredEngine implements InferenceEngine {
    private final InferenceEngine engine;
    private final Telemetry telemetry;

    public MeteredEngine(InferenceEngine engine, Telemetry telemetry) {
        this.engine = requireNonNull(engine, "engine");
        this.telemetry = requireNonNull(telemetry, "telemetry");
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public int contextTokens() {
        return engine.contextTokens();
    }

    @Override
    public boolean prefills() {
        return watched(engine::prefills);
    }

    @Override
    public Sampling defaultSampling() {
        return engine.defaultSampling();
    }

    @Override
    public int countTokens(ChatMessage message) {
        return engine.countTokens(message);
    }

    @Override
    public Completion generate(GenerationRequest request, TokenSink sink) {
        Completion completion = watched(() -> engine.generate(request, sink));
        telemetry.generated(completion);
        return completion;
    }

    @Override
    public void close() {
        engine.close();
    }

    private <T> T watched(Supplier<T> work) {
        try {
            return work.get();
        } catch (EngineException e) {
            telemetry.engineFailed(e.kind());
            throw e;
        }
    }
}
