package dramatis.openai;

import dramatis.inference.ChatMessage;
import dramatis.inference.Completion;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.InferenceEngine;
import dramatis.inference.Sampling;
import dramatis.inference.TokenSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Asks OpenAI-compatible servers: one, or several that play the same model. What they can do is found out in the
 * background, without generating; a server that is away is told of in the log once, and asked again.
 *
 * <p>Before a server's first answer the context is {@value #UNKNOWN_CONTEXT} tokens and there is no prefill. Where a
 * server does not count tokens and there is no tokenizer.json, counts are estimates that err on the safe side.
 */
public final class OpenAiEngine implements InferenceEngine {
    /** The context of a server that does not say what it has. */
    static final int UNKNOWN_CONTEXT = 8192;

    private final OpenAiOptions options;
    private final Wire wire;
    private final ServerPool pool;
    private final TokenCounter counter;

    private OpenAiEngine(OpenAiOptions options, Optional<LocalTokenizer> tokenizer) {
        this.options = options;
        wire = new Wire(options);
        pool = new ServerPool(options.urls().stream()
                .map(ServerUrl::of)
                .map(url -> new Server(url, wire, options))
                .toList());
        counter = new TokenCounter(wire, pool, tokenizer);
    }

    /**
     * Opens an engine at once, whether its servers are there or not.
     *
     * @throws EngineException UNSUPPORTED when the tokenizer of the options cannot be read
     */
    public static OpenAiEngine open(OpenAiOptions options) {
        OpenAiEngine engine = new OpenAiEngine(options, options.tokenizer().map(LocalTokenizer::read));
        engine.pool.all().forEach(Server::findOut);
        return engine;
    }

    /** Asks each server now what it can do, without generating. Blocks for some seconds where one does not answer. */
    public List<ServerReport> check() {
        List<CompletableFuture<ServerProfile>> asking =
                pool.all().stream().map(Server::ask).toList();
        return pool.all().stream()
                .map(server -> report(server, asking.get(pool.all().indexOf(server))))
                .toList();
    }

    private ServerReport report(Server server, CompletableFuture<ServerProfile> asking) {
        try {
            ServerProfile profile = asking.join();
            return ServerReport.of(server.url(), profile, counter.how(profile));
        } catch (CompletionException e) {
            return ServerReport.failed(
                    server.url(), Server.refusal(server.url(), e).sentence());
        }
    }

    @Override
    public String name() {
        return options.model()
                .or(() -> pool.all().stream()
                        .flatMap(it -> it.profile().stream())
                        .map(ServerProfile::model)
                        .findFirst())
                .orElseGet(() -> pool.all().get(0).url().toString());
    }

    @Override
    public int contextTokens() {
        return options.context().orElseGet(() -> pool.context().orElse(UNKNOWN_CONTEXT));
    }

    /** Nothing is generated before it is known: a model that must write a plan's tags itself may forget them. */
    @Override
    public boolean prefills() {
        if (!pool.isKnown()) {
            Optional<String> problem = check().stream()
                    .flatMap(report -> report.problem().stream())
                    .findFirst();
            if (!pool.isKnown()) {
                throw new EngineException(
                        EngineException.Kind.UNAVAILABLE, problem.orElse("No server could be asked."));
            }
        }
        return pool.prefills();
    }

    @Override
    public Sampling defaultSampling() {
        return Sampling.DEFAULT;
    }

    @Override
    public int countTokens(ChatMessage message) {
        return counter.count(ChatMl.message(message));
    }

    @Override
    public Completion generate(GenerationRequest request, TokenSink sink) {
        if (wire.isClosed()) {
            throw Refusal.closed();
        }
        return new Generation(wire, pool, counter, options, request, sink).complete();
    }

    @Override
    public void close() {
        wire.close();
        counter.close();
    }
}
