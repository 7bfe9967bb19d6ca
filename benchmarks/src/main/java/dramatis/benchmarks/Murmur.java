package dramatis.benchmarks;

import dramatis.inference.ChatMessage;
import dramatis.inference.Completion;
import dramatis.inference.Completion.Finish;
import dramatis.inference.GenerationRequest;
import dramatis.inference.InferenceEngine;
import dramatis.inference.Sampling;
import dramatis.inference.TokenSink;
import java.time.Duration;

/** A model that says the same at once, for what does not depend on one. */
final class Murmur implements InferenceEngine {
    private static final int CONTEXT = 8192;

    @Override
    public String name() {
        return "murmur";
    }

    @Override
    public int contextTokens() {
        return CONTEXT;
    }

    @Override
    public boolean prefills() {
        return true;
    }

    @Override
    public Sampling defaultSampling() {
        return Sampling.DEFAULT;
    }

    @Override
    public int countTokens(ChatMessage message) {
        return message.content().length() / 4 + 4;
    }

    @Override
    public Completion generate(GenerationRequest request, TokenSink sink) {
        sink.onText("Hm.</system_thinking>Come in.");
        return new Completion(Finish.STOP, 100, 0, 8, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public void close() {}
}
