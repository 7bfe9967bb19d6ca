package dramatis.inference;

import static java.util.Objects.requireNonNull;

import dramatis.inference.Completion.Finish;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An engine without a model: a function answers, and the answer is emitted word by word. A token is a word with the
 * white space after it; a count is a quarter of the characters. Safe for use by many threads.
 */
public final class TestingEngine implements InferenceEngine {
    private static final int MESSAGE_OVERHEAD = 4;
    private static final int OPENING = 3;
    private static final Pattern WORD_START = Pattern.compile("(?<=\\s)(?=\\S)");

    private final Function<GenerationRequest, String> script;
    private final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedDeque<>();
    private final Map<String, List<ChatMessage>> seen = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile int contextTokens = 8192;
    private volatile int wordsBeforeBlock = Integer.MAX_VALUE;
    private volatile int wordsBeforeBreak = Integer.MAX_VALUE;
    private volatile boolean unavailable;
    private volatile boolean prefills = true;
    private volatile String hidden = "";
    private volatile boolean closed;

    /** An engine whose replies are what the function makes of the request. */
    public TestingEngine(Function<GenerationRequest, String> script) {
        this.script = requireNonNull(script, "script");
    }

    /** An engine that always says the same. */
    public static TestingEngine saying(String reply) {
        return new TestingEngine(request -> reply);
    }

    /** An engine that says these in turn, and the last one for ever after. */
    public static TestingEngine sayingInTurn(String... replies) {
        Queue<String> left = new ArrayDeque<>(Arrays.asList(replies));
        return new TestingEngine(request -> {
            synchronized (left) {
                return left.size() > 1 ? left.remove() : left.element();
            }
        });
    }

    /** Lets the next generation that starts fail; called twice, the next two. */
    public TestingEngine failNext(RuntimeException failure) {
        failures.add(failure);
        return this;
    }

    /** Lets the next generation fail once it has emitted so many words. */
    public TestingEngine breakAfter(int words) {
        wordsBeforeBreak = words;
        return this;
    }

    /** Whether it cannot be reached from now on. */
    public TestingEngine unavailable(boolean gone) {
        unavailable = gone;
        return this;
    }

    /** Makes it one that must write a reply's beginning itself. */
    public TestingEngine withoutPrefill() {
        prefills = false;
        return this;
    }

    /** Sets this apart as thinking before every reply. */
    public TestingEngine hiding(String thinking) {
        hidden = thinking;
        return this;
    }

    /** Waits so long before every word. */
    public TestingEngine delay(Duration beforeEachWord) {
        delay = beforeEachWord;
        return this;
    }

    /** Makes every generation wait once it has emitted so many words, until {@link #release} or a cancellation. */
    public TestingEngine blockAfter(int words) {
        wordsBeforeBlock = words;
        return this;
    }

    /** Lets those that wait go on, and all later ones through. */
    public void release() {
        wordsBeforeBlock = Integer.MAX_VALUE;
    }

    public TestingEngine contextTokens(int tokens) {
        contextTokens = tokens;
        return this;
    }

    /** Every request so far, in the order of their coming. */
    public List<GenerationRequest> requests() {
        return Collections.unmodifiableList(requests);
    }

    /** How many generations run at this moment. */
    public int running() {
        return running.get();
    }

    /** The most that ever ran at once. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public String name() {
        return "testing";
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public boolean prefills() {
        requireThere();
        return prefills;
    }

    @Override
    public Sampling defaultSampling() {
        return Sampling.DEFAULT;
    }

    @Override
    public int countTokens(ChatMessage message) {
        return MESSAGE_OVERHEAD + count(message.content());
    }

    @Override
    public Completion generate(GenerationRequest request, TokenSink sink) {
        requests.add(request);
        requireOpen();
        requireThere();
        if (!prefills && !request.replyPrefix().isEmpty()) {
            throw new IllegalArgumentException("this engine has no prefill");
        }
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            return new Run(request, sink).complete();
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireThere() {
        if (unavailable) {
            throw new EngineException(EngineException.Kind.UNAVAILABLE, "The engine is away.");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new EngineException(EngineException.Kind.CLOSED, "The engine was closed.");
        }
    }

    private static int count(String text) {
        return (text.length() + 3) / 4;
    }

    private int cached(GenerationRequest request) {
        List<ChatMessage> now = request.messages();
        List<ChatMessage> before = seen.put(request.conversationKey(), now);
        int tokens = 0;
        for (int i = 0; before != null && i < Math.min(before.size(), now.size()); i++) {
            if (!before.get(i).equals(now.get(i))) {
                break;
            }
            tokens += countTokens(now.get(i));
        }
        return tokens;
    }

    /** One generation, on its caller's thread. */
    private final class Run {
        private final GenerationRequest request;
        private final TokenSink sink;
        private final StopGate gate;
        private final long started = System.nanoTime();
        private final int promptTokens;
        private long firstAt = started;
        private int words;

        Run(GenerationRequest request, TokenSink sink) {
            this.request = request;
            this.sink = sink;
            gate = new StopGate(request.stops());
            promptTokens = OPENING
                    + count(request.replyPrefix())
                    + request.messages().stream()
                            .mapToInt(TestingEngine.this::countTokens)
                            .sum();
        }

        Completion complete() {
            if (promptTokens >= contextTokens) {
                throw new EngineException(
                        EngineException.Kind.TOO_LONG,
                        "The prompt has " + promptTokens + " tokens; the context has " + contextTokens + ".");
            }
            int cachedTokens = cached(request);
            Finish finish = emit();
            String rest = gate.flush();
            if (finish != Finish.CANCELLED && !rest.isEmpty()) {
                sink.onText(rest);
            }
            Duration first = Duration.ofNanos(firstAt - started);
            return new Completion(
                    finish, promptTokens, cachedTokens, words, first, Duration.ofNanos(System.nanoTime() - started));
        }

        private Finish emit() {
            if (!hidden.isEmpty()) {
                sink.onHidden(hidden);
            }
            for (String word : WORD_START.split(script.apply(request))) {
                if (!mayGoOn()) {
                    return Finish.CANCELLED;
                }
                if (words == request.sampling().maxTokens() || promptTokens + words == contextTokens) {
                    return Finish.LENGTH;
                }
                if (words == wordsBeforeBreak) {
                    wordsBeforeBreak = Integer.MAX_VALUE;
                    throw new EngineException(EngineException.Kind.FAILED, "The engine broke.");
                }
                if (words++ == 0) {
                    firstAt = System.nanoTime();
                }
                sink.onText(gate.push(word));
                if (gate.stopped()) {
                    return Finish.STOP;
                }
            }
            return Finish.STOP;
        }

        /** Waits as told to, and says whether anybody still wants the rest. */
        private boolean mayGoOn() {
            long until = System.nanoTime() + delay.toNanos();
            while (words >= wordsBeforeBlock || System.nanoTime() - until < 0) {
                if (unwanted()) {
                    return false;
                }
                LockSupport.parkNanos(500_000);
            }
            return !unwanted();
        }

        private boolean unwanted() {
            return closed || sink.cancelled() || Thread.currentThread().isInterrupted();
        }
    }
}
