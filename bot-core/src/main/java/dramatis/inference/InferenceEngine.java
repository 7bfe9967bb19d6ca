package dramatis.inference;

/**
 * A model that can be asked for replies. Safe for use by many threads; an engine with one device serves them in turn.
 */
public interface InferenceEngine extends AutoCloseable {
    /** What is being played, for people: a directory's name, or a server's name for its model. */
    String name();

    /**
     * The longest prompt and reply together, in tokens. May change once a server is reached that could not be asked
     * before.
     */
    int contextTokens();

    /**
     * Whether the model goes on from a reply's prefix. Where it does not, {@link GenerationRequest#replyPrefix} must be
     * empty. May change, as {@link #contextTokens} may. A server that could not be asked before is asked now, and waited
     * for.
     *
     * @throws EngineException UNAVAILABLE where none can be asked just now
     */
    boolean prefills();

    /** The sampling that this model's makers advise; {@link Sampling#DEFAULT} where they say nothing. */
    Sampling defaultSampling();

    /**
     * The tokens of one message in the chat template. Counts add up: the sum over a chat's messages, plus those of the
     * reply's opening, is the length of its prompt. Fast for texts it has counted before; does not block on a running
     * generation.
     */
    int countTokens(ChatMessage message);

    /**
     * Makes one reply, blocking the caller's thread until it is done or cancelled. It ends where the context does, if
     * that comes before the limit of the request's tokens.
     *
     * @throws EngineException when the prompt does not fit, or the model failed; the engine stays usable unless the
     *     exception says otherwise
     */
    Completion generate(GenerationRequest request, TokenSink sink);

    /** Frees the model. Running generations are cancelled; later calls fail with {@link EngineException}. */
    @Override
    void close();
}
