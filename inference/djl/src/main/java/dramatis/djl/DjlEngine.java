package dramatis.djl;

import dramatis.djl.RawCompletion.TokenLogit;
import dramatis.inference.ChatMessage;
import dramatis.inference.Completion;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.InferenceEngine;
import dramatis.inference.Sampling;
import dramatis.inference.TokenSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Plays a Hugging Face checkpoint in this process. One device thread computes for all callers, a step at a time each; a
 * conversation's keys and values are kept, so that its next turn only reads what is new.
 */
public final class DjlEngine implements InferenceEngine {
    private static final String RAW = "raw ";

    private final String name;
    private final LoadedModel model;
    private final PrefixCache caches;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong rawRequests = new AtomicLong();

    private DjlEngine(String name, LoadedModel model, PrefixCache caches) {
        this.name = name;
        this.model = model;
        this.caches = caches;
    }

    /**
     * Loads a checkpoint. Blocks for as long as its weights take to be read.
     *
     * @throws EngineException UNSUPPORTED, with a sentence that says what is there and what is allowed, when it cannot be
     *     played exactly
     */
    public static DjlEngine load(EngineOptions options) {
        Path directory = options.directory().toAbsolutePath().normalize();
        return new DjlEngine(
                String.valueOf(directory.getFileName()), LoadedModel.load(options), new PrefixCache(options.kvBytes()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int contextTokens() {
        return model.context();
    }

    @Override
    public boolean prefills() {
        return true;
    }

    @Override
    public Sampling defaultSampling() {
        return model.defaults().sampling();
    }

    @Override
    public int countTokens(ChatMessage message) {
        return model.tokenizer().count(message);
    }

    /** The tokens of a text in which control tokens count as such; none are added. */
    public List<Integer> tokens(String text) {
        return Arrays.stream(model.tokenizer().encodeWhole(text)).boxed().toList();
    }

    @Override
    public Completion generate(GenerationRequest request, TokenSink sink) {
        int[] prompt = model.tokenizer().render(request.messages(), request.replyPrefix());
        requireFits(prompt);
        Set<Integer> ends = new HashSet<>(model.defaults().endIds());
        ends.addAll(model.tokenizer().turnEnds());
        Generation generation = new Generation(request, sink, prompt, model.tokenizer(), ends, model.context());
        String key = "chat " + request.conversationKey();
        try (Sequence sequence = sequence(caches.take(key), key, () -> closed.get() || sink.cancelled())) {
            return generation.complete(sequence);
        }
    }

    /** Continues a text as it is: the engine as a tool. Blocks its caller; texts that begin alike share a cache. */
    public RawCompletion complete(RawRequest request) {
        int[] prompt = model.tokenizer().encodeWhole(request.prompt());
        requireFits(prompt);
        Optional<KvCache> closest = caches.takeClosest(it -> it.startsWith(RAW), prompt);
        try (Sequence sequence = sequence(closest, RAW + rawRequests.incrementAndGet(), closed::get)) {
            return complete(request, prompt, sequence);
        }
    }

    private RawCompletion complete(RawRequest request, int[] prompt, Sequence sequence) {
        Sampling sampling = new Sampling(request.temperature(), 1, 0, 0, 1, 0, request.maxTokens(), request.seed());
        Sampler sampler = new Sampler(sampling, prompt);
        int most = Math.min(request.maxTokens(), model.context() - prompt.length);
        List<Integer> ids = new ArrayList<>();
        List<List<TokenLogit>> logits = new ArrayList<>();
        int cached = sequence.begin(prompt);
        int[] next = Arrays.copyOfRange(prompt, cached, prompt.length);
        do {
            if (!sequence.read(next)) {
                throw new EngineException(EngineException.Kind.CLOSED, "The engine was closed.");
            }
            logits.add(HighestLogits.of(sequence.logits(), request.logprobs()));
            next = new int[] {sampler.next(sequence.logits())};
            ids.add(next[0]);
        } while (ids.size() < most
                && (request.ignoreEos() || !model.defaults().endIds().contains(next[0])));
        String text = model.tokenizer()
                .decode(ids.stream().mapToInt(Integer::intValue).toArray(), true);
        return new RawCompletion(text, ids, prompt.length, cached, logits);
    }

    private Sequence sequence(Optional<KvCache> kept, String key, BooleanSupplier unwanted) {
        KvCache cache = kept.orElseGet(() -> new KvCache(model.decoder().bytesPerToken()));
        return new Sequence(model.device(), model.decoder(), cache, caches, key, unwanted);
    }

    private void requireFits(int[] prompt) {
        if (closed.get()) {
            throw new EngineException(EngineException.Kind.CLOSED, "The engine was closed.");
        }
        if (prompt.length == 0) {
            throw new EngineException(EngineException.Kind.UNSUPPORTED, "The prompt has no token; one is needed.");
        }
        if (prompt.length >= model.context()) {
            throw new EngineException(
                    EngineException.Kind.TOO_LONG,
                    "The prompt has " + prompt.length + " tokens, and the context " + model.context()
                            + "; it must be shorter.");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            model.device().close(() -> {
                caches.close();
                model.decoder().close();
            });
            model.tokenizer().close();
        }
    }
}
