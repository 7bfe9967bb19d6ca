package dramatis.djl;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import dramatis.djl.RawCompletion.TokenLogit;
import dramatis.djl.WeightPlan.Weight;
import dramatis.inference.ChatMessage;
import dramatis.inference.Completion;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.InferenceEngine;
import dramatis.inference.Sampling;
import dramatis.inference.TokenSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Plays a Hugging Face checkpoint in this process. One device thread computes for all callers, a step at a time each; a
 * conversation's keys and values are kept, so that its next turn only reads what is new.
 */
public final class DjlEngine implements InferenceEngine {
    private static final String RAW = "raw ";

    private final String name;
    private final DeviceThread device;
    private final Decoder decoder;
    private final ChatTokenizer tokenizer;
    private final GenerationDefaults defaults;
    private final int context;
    private final PrefixCache caches;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong rawRequests = new AtomicLong();

    private DjlEngine(
            String name,
            DeviceThread device,
            Decoder decoder,
            ChatTokenizer tokenizer,
            GenerationDefaults defaults,
            int context,
            PrefixCache caches) {
        this.name = name;
        this.device = device;
        this.decoder = decoder;
        this.tokenizer = tokenizer;
        this.defaults = defaults;
        this.context = context;
        this.caches = caches;
    }

    /**
     * Loads a checkpoint. Blocks for as long as its weights take to be read.
     *
     * @throws EngineException UNSUPPORTED, with a sentence that says what is there and what is allowed, when it cannot be
     *     played exactly
     */
    public static DjlEngine load(EngineOptions options) {
        Path directory = options.directory();
        if (!Files.isDirectory(directory)) {
            throw Refusal.of(directory + " is not a directory; a model is a Hugging Face checkpoint directory.");
        }
        Settings configFile = Settings.read(directory.resolve("config.json"));
        ModelConfig config = ModelConfig.read(configFile);
        GenerationDefaults defaults = GenerationDefaults.read(
                Settings.readIfPresent(directory.resolve("generation_config.json")), configFile);
        List<Weight> plan = WeightPlan.of(Checkpoint.open(directory), config);
        NativeRuntime.start(options.nativeCache());
        Device target = target(options.device());
        CompletableFuture<ChatTokenizer> tokenizer = CompletableFuture.supplyAsync(() -> ChatTokenizer.read(directory));
        int context = Math.min(config.positions(), options.contextLimit().orElse(config.positions()));
        DeviceThread device = new DeviceThread();
        AtomicReference<Decoder> decoder = new AtomicReference<>();
        device.run(
                () -> {
                    JniUtils.setNumThreads(options.threads());
                    JniUtils.setGraphExecutorOptimize(false);
                    decoder.set(new Decoder(config, plan, target, context));
                },
                () -> false);
        return new DjlEngine(
                String.valueOf(directory.toAbsolutePath().normalize().getFileName()),
                device,
                requireNonNull(decoder.get()),
                await(tokenizer),
                defaults,
                context,
                new PrefixCache(options.kvBytes()));
    }

    private static ChatTokenizer await(CompletableFuture<ChatTokenizer> tokenizer) {
        try {
            return tokenizer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EngineException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    private static Device target(DevicePreference preference) {
        boolean present = preference != DevicePreference.CPU
                && Engine.getEngine("PyTorch").getGpuCount() > 0;
        if (preference == DevicePreference.GPU && !present) {
            throw Refusal.of("No GPU is to be seen: build with -Pgpu, and have the CUDA runtime (libcudart.so) on the"
                    + " library path, or play on the CPU.");
        }
        return present ? Device.gpu() : Device.cpu();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int contextTokens() {
        return context;
    }

    @Override
    public Sampling defaultSampling() {
        return defaults.sampling();
    }

    @Override
    public int countTokens(ChatMessage message) {
        return tokenizer.count(message);
    }

    /** The tokens of a text in which control tokens count as such; none are added. */
    public List<Integer> tokens(String text) {
        return Arrays.stream(tokenizer.encodeWhole(text)).boxed().toList();
    }

    @Override
    public Completion generate(GenerationRequest request, TokenSink sink) {
        int[] prompt = tokenizer.render(request.messages(), request.replyPrefix());
        requireFits(prompt);
        Set<Integer> ends = new HashSet<>(defaults.endIds());
        ends.addAll(tokenizer.turnEnds());
        Generation generation = new Generation(request, sink, prompt, tokenizer, ends, context);
        String key = "chat " + request.conversationKey();
        try (Sequence sequence = sequence(caches.take(key), key, () -> closed.get() || sink.cancelled())) {
            return generation.complete(sequence);
        }
    }

    /** Continues a text as it is: the engine as a tool. Blocks its caller; texts that begin alike share a cache. */
    public RawCompletion complete(RawRequest request) {
        int[] prompt = tokenizer.encodeWhole(request.prompt());
        requireFits(prompt);
        Optional<KvCache> closest = caches.takeClosest(it -> it.startsWith(RAW), prompt);
        try (Sequence sequence = sequence(closest, RAW + rawRequests.incrementAndGet(), closed::get)) {
            return complete(request, prompt, sequence);
        }
    }

    private RawCompletion complete(RawRequest request, int[] prompt, Sequence sequence) {
        Sampling sampling = new Sampling(request.temperature(), 1, 0, 0, 1, 0, request.maxTokens(), request.seed());
        Sampler sampler = new Sampler(sampling, prompt);
        int most = Math.min(request.maxTokens(), context - prompt.length);
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
        } while (ids.size() < most && (request.ignoreEos() || !defaults.endIds().contains(next[0])));
        String text = tokenizer.decode(ids.stream().mapToInt(Integer::intValue).toArray(), true);
        return new RawCompletion(text, ids, prompt.length, cached, logits);
    }

    private Sequence sequence(Optional<KvCache> kept, String key, BooleanSupplier unwanted) {
        KvCache cache = kept.orElseGet(() -> new KvCache(decoder.bytesPerToken()));
        return new Sequence(device, decoder, cache, caches, key, unwanted);
    }

    private void requireFits(int[] prompt) {
        if (closed.get()) {
            throw new EngineException(EngineException.Kind.CLOSED, "The engine was closed.");
        }
        if (prompt.length == 0) {
            throw new EngineException(EngineException.Kind.UNSUPPORTED, "The prompt has no token; one is needed.");
        }
        if (prompt.length >= context) {
            throw new EngineException(
                    EngineException.Kind.TOO_LONG,
                    "The prompt has " + prompt.length + " tokens, and the context " + context
                            + "; it must be shorter.");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            device.close(() -> {
                caches.close();
                decoder.close();
            });
            tokenizer.close();
        }
    }
}
