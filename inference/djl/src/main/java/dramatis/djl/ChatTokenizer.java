package dramatis.djl;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.inference.ChatMessage;
import dramatis.inference.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Turns chats into a model's tokens and back. A tokenizer finds control tokens in any text, so contents go through a
 * second one that has none, and the template's are put in by their ids. Safe for use by many threads.
 */
final class ChatTokenizer implements AutoCloseable {
    /** Roughly the bytes of the messages and ids that are remembered. */
    private static final long REMEMBERED = 32L << 20;

    private static final Map<String, String> OPTIONS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private final Path file;
    private final int vocabulary;
    private final HuggingFaceTokenizer whole;
    private final HuggingFaceTokenizer plain;
    private final Set<Integer> controls;
    private final int start;
    private final int end;
    private final Set<Integer> turnEnds;
    private final int[] newline;
    private final Cache<ChatMessage, int[]> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher((ChatMessage message, int[] ids) ->
                    128 + 2 * message.content().length() + 4 * ids.length)
            .build();
    private boolean closed;

    private ChatTokenizer(Path file, byte[] json, int vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
        AddedTokens added = AddedTokens.read(json);
        controls = Set.copyOf(added.controls().values());
        start = control(added, ChatTemplate.START);
        end = control(added, ChatTemplate.END);
        IntStream ends = IntStream.of(start, end);
        turnEnds = Set.copyOf(IntStream.concat(ends, added.id(ChatTemplate.END_OF_TEXT).stream())
                .boxed()
                .toList());
        Background<HuggingFaceTokenizer> first = Background.start("dramatis-tokenizer", () -> tokenizer(json));
        plain = tokenizer(added.without(json));
        whole = first.await();
        newline = encodePlain("\n");
        requireSplitsAtControls();
    }

    /**
     * Reads tokenizer.json, and refuses a checkpoint whose chats are not ChatML.
     *
     * @param vocabulary how many tokens the model has
     */
    static ChatTokenizer read(Path directory, int vocabulary) {
        ChatTemplate.requireChatMl(directory);
        Path file = directory.resolve("tokenizer.json");
        try {
            return new ChatTokenizer(file, Files.readAllBytes(file), vocabulary);
        } catch (IOException e) {
            throw Refusal.unreadable(file, e);
        } catch (RuntimeException e) {
            if (e instanceof EngineException) {
                throw e;
            }
            throw new EngineException(
                    EngineException.Kind.UNSUPPORTED,
                    file + " is not a tokenizer that can be read: " + e.getMessage() + ".",
                    e);
        }
    }

    private static HuggingFaceTokenizer tokenizer(byte[] json) {
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int control(AddedTokens added, String token) {
        return added.id(token)
                .orElseThrow(() -> Refusal.of(
                        file + " has no special token " + token + ", which ChatML needs; only ChatML is played."));
    }

    /** Tries that a chat as it is put together here has the tokens of its text, so that counts add up. */
    private void requireSplitsAtControls() {
        List<ChatMessage> chat = List.of(
                ChatMessage.system("You are Wren.\n\nBe brief."),
                ChatMessage.user("Bo: hi, how are you?"),
                ChatMessage.assistant(" Well.\n"));
        StringBuilder text = new StringBuilder();
        for (ChatMessage message : chat) {
            text.append(ChatTemplate.START)
                    .append(body(message))
                    .append(ChatTemplate.END)
                    .append('\n');
        }
        text.append(ChatTemplate.START).append("assistant\n<plan>");
        if (!Arrays.equals(render(chat, "<plan>"), encodeWhole(text.toString()))) {
            throw Refusal.of(file + " joins text across control tokens, or begins texts with a token of its own;"
                    + " tokenizers that split at control tokens are played.");
        }
    }

    /** The tokens of a chat and of the reply's opening, with what the reply is to begin with. */
    int[] render(List<ChatMessage> messages, String replyPrefix) {
        IntStream.Builder ids = IntStream.builder();
        for (ChatMessage message : messages) {
            ids.add(start);
            Arrays.stream(encode(message)).forEach(ids);
            ids.add(end);
            Arrays.stream(newline).forEach(ids);
        }
        ids.add(start);
        Arrays.stream(encodePlain("assistant\n" + replyPrefix)).forEach(ids);
        return ids.build().toArray();
    }

    int count(ChatMessage message) {
        return 2 + encode(message).length + newline.length;
    }

    /** The tokens of a text in which control tokens count as such. */
    int[] encodeWhole(String text) {
        return using(() -> encode(whole, text));
    }

    /** The tokens of a text that makes no control token, whatever it says. */
    int[] encodePlain(String text) {
        return using(() -> {
            int[] ids = encode(plain, text);
            return Arrays.stream(ids).anyMatch(controls::contains) ? encodeByCharacter(text) : ids;
        });
    }

    /** For vocabularies that have control tokens among their words: one character is never such a word. */
    private int[] encodeByCharacter(String text) {
        return text.codePoints()
                .flatMap(it -> Arrays.stream(encode(plain, Character.toString(it))))
                .filter(it -> !controls.contains(it))
                .toArray();
    }

    /**
     * The text of tokens. Those that the tokenizer does not know are passed over.
     *
     * @param controls whether control tokens show
     */
    String decode(int[] ids, boolean controls) {
        return using(() -> whole.decode(Arrays.stream(ids).asLongStream().toArray(), !controls));
    }

    /** The tokens that end a turn in ChatML: its own two, and the end of the text. */
    Set<Integer> turnEnds() {
        return turnEnds;
    }

    private int[] encode(ChatMessage message) {
        return Optional.ofNullable(remembered.getIfPresent(message)).orElseGet(() -> {
            int[] ids = encodePlain(body(message));
            remembered.put(message, ids);
            return ids;
        });
    }

    private static String body(ChatMessage message) {
        return message.role().name().toLowerCase(Locale.ROOT) + "\n" + message.content();
    }

    private int[] encode(HuggingFaceTokenizer tokenizer, String text) {
        return Arrays.stream(tokenizer.encode(wellFormed(text)).getIds())
                .mapToInt(this::requireKnown)
                .toArray();
    }

    private int requireKnown(long id) {
        if (id >= vocabulary) {
            throw Refusal.of(
                    file + " makes the token " + id + ", and vocab_size in config.json is " + vocabulary + ".");
        }
        return Math.toIntExact(id);
    }

    /** Half a surrogate pair is no character, and the tokenizer's side cannot take it. */
    private static String wellFormed(String text) {
        boolean sound =
                text.codePoints().noneMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE);
        return sound
                ? text
                : text.codePoints()
                        .map(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE ? 0xFFFD : it)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The native side may not be freed while it works. */
    private <T> T using(Supplier<T> work) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new EngineException(EngineException.Kind.CLOSED, "The engine was closed.");
            }
            return work.get();
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                whole.close();
                plain.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
