package dramatis.openai;

import dramatis.inference.ChatMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what a server can do, without generating: which program it is, which model it plays, whether it speaks ChatML
 * for it, how long its context is. Blocks.
 */
final class Probe {
    private static final Duration WAIT = Duration.ofSeconds(10);
    /** What Ollama plays with unless told otherwise; of longer prompts it drops the front and says nothing. */
    private static final int OLLAMA_CONTEXT = 4096;

    private static final Pattern OLLAMA_SETTING = Pattern.compile("(?m)^num_ctx\\s+(\\d{1,9})");
    /** A chat that templates differ in: system prompt, several turns, lines and spaces. */
    private static final List<ChatMessage> SAMPLE = List.of(
            ChatMessage.system("You are Wren.\n\nBe brief."),
            ChatMessage.user("Bo: hi, how are you?"),
            ChatMessage.assistant("Well. And you?"),
            ChatMessage.user("Bo: fine."));

    /** How a template begins a reply: not at all, or as HER's checkpoints do. */
    private static final List<String> OPENINGS = List.of("", "<system_thinking>");

    private final Wire wire;
    private final ServerUrl url;
    private final OpenAiOptions options;

    Probe(Wire wire, ServerUrl url, OpenAiOptions options) {
        this.wire = wire;
        this.url = url;
        this.options = options;
    }

    /** Asks now. Throws {@link AttemptException} with the sentence that says what is wrong. */
    ServerProfile ask() {
        Answer list = get("/v1/models");
        if (list.refusesKey()) {
            throw Refusal.key(url);
        }
        if (!list.isOk() && !list.isMissing()) {
            throw Refusal.notNow(url, ServerError.of(list.status(), list.json()), Optional.empty());
        }
        List<Json> entries = list.json().get("data").items();
        List<String> models =
                entries.stream().flatMap(it -> it.text("id").stream()).toList();
        ServerKind kind = kind(entries);
        String model = model(kind, models);
        Json entry = entries.stream()
                .filter(it -> it.text("id").orElse("").equals(model))
                .findFirst()
                .orElse(Json.nothing());
        return profile(kind, model, models, entry);
    }

    private ServerProfile profile(ServerKind kind, String model, List<String> models, Json entry) {
        Json props = kind == ServerKind.LLAMA_CPP ? known("/props").json() : Json.nothing();
        boolean tokenizes = tokenizes(kind, model);
        boolean chatMl = options.api() == ModelApi.AUTO && speaksChatMl(kind, model, tokenizes, props);
        ModelApi api = options.api() != ModelApi.AUTO ? options.api() : chatMl ? ModelApi.COMPLETIONS : ModelApi.CHAT;
        return new ServerProfile(
                kind, model, models, api, why(kind, chatMl), context(kind, model, entry, props), tokenizes);
    }

    private String why(ServerKind kind, boolean chatMl) {
        if (options.api() != ModelApi.AUTO) {
            return "as MODEL_API says";
        }
        if (chatMl) {
            return "the model's chat template is ChatML";
        }
        return kind == ServerKind.OLLAMA
                ? "Ollama puts the model's template around completions too"
                : "it is not shown to speak ChatML for the model";
    }

    private ServerKind kind(List<Json> entries) {
        String owner =
                entries.stream().findFirst().flatMap(it -> it.text("owned_by")).orElse("");
        return switch (owner) {
            case "vllm" -> ServerKind.VLLM;
            case "sglang" -> ServerKind.SGLANG;
            case "llamacpp" -> ServerKind.LLAMA_CPP;
            default -> kindByPaths();
        };
    }

    /** What only one program has. A path that is refused or missing says nothing. */
    private ServerKind kindByPaths() {
        if (get("/api/version").json().text("version").isPresent()) {
            return ServerKind.OLLAMA;
        }
        if (get("/props").json().get("default_generation_settings").isPresent()) {
            return ServerKind.LLAMA_CPP;
        }
        if (get("/get_model_info").json().text("model_path").isPresent()) {
            return ServerKind.SGLANG;
        }
        return ServerKind.OTHER;
    }

    private String model(ServerKind kind, List<String> models) {
        if (options.model().isEmpty()) {
            if (models.size() > 1) {
                throw Refusal.severalModels(url, models);
            }
            return models.stream().findFirst().orElseThrow(() -> Refusal.noModels(url));
        }
        String model = options.model().get();
        boolean has = models.contains(model) || models.contains(model + ":latest");
        boolean anyName = kind == ServerKind.OTHER || kind == ServerKind.LLAMA_CPP || models.isEmpty();
        if (!has && !anyName) {
            throw Refusal.unknownModel(AttemptException.Remedy.SETTING, url, model, models);
        }
        return model;
    }

    private boolean tokenizes(ServerKind kind, String model) {
        return Tokenizing.body(kind, model, "a")
                .map(body -> post("/tokenize", body))
                .filter(answer -> Tokenizing.count(answer).orElse(0) > 0)
                .isPresent();
    }

    private boolean speaksChatMl(ServerKind kind, String model, boolean tokenizes, Json props) {
        if (kind == ServerKind.LLAMA_CPP) {
            Answer applied = post("/apply-template", Map.of("messages", RequestBody.messages(SAMPLE)));
            return applied.isMissing()
                    ? ChatMl.isTemplate(props.text("chat_template").orElse(""))
                    : OPENINGS.stream()
                            .map(opening -> ChatMl.prompt(SAMPLE, opening))
                            .anyMatch(applied.json().text("prompt").orElse("")::equals);
        }
        return kind.continuesMessages() && tokenizes && tokensAreEqual(kind, model);
    }

    /** vLLM takes completions without tokens of its own; SGLang adds what the tokenizer adds. */
    private boolean tokensAreEqual(ServerKind kind, String model) {
        Answer chat = post(
                "/tokenize",
                Map.of("model", model, "messages", RequestBody.messages(SAMPLE), "add_generation_prompt", true));
        Json tokens = chat.json().get("tokens");
        return chat.isOk()
                && !tokens.items().isEmpty()
                && OPENINGS.stream()
                        .map(opening -> Map.of(
                                "model",
                                model,
                                "prompt",
                                ChatMl.prompt(SAMPLE, opening),
                                "add_special_tokens",
                                kind != ServerKind.VLLM))
                        .anyMatch(body ->
                                tokens.equals(post("/tokenize", body).json().get("tokens")));
    }

    private OptionalInt context(ServerKind kind, String model, Json entry, Json props) {
        OptionalInt said = firstOf(entry, "max_model_len", "context_length", "context_window", "max_context_length");
        if (kind == ServerKind.LLAMA_CPP) {
            return props.get("default_generation_settings").number("n_ctx");
        }
        return kind == ServerKind.OLLAMA ? OptionalInt.of(ollamaContext(model)) : said;
    }

    /** That of the model as it is loaded; else as its file says. */
    private int ollamaContext(String model) {
        for (Json loaded : get("/api/ps").json().get("models").items()) {
            String name = loaded.text("name").orElse("");
            OptionalInt context = loaded.number("context_length");
            if (context.isPresent() && (name.equals(model) || name.equals(model + ":latest"))) {
                return context.getAsInt();
            }
        }
        String settings = post("/api/show", Map.of("model", model))
                .json()
                .text("parameters")
                .orElse("");
        Matcher setting = OLLAMA_SETTING.matcher(settings);
        return setting.find() ? Integer.parseInt(setting.group(1)) : OLLAMA_CONTEXT;
    }

    private static OptionalInt firstOf(Json object, String... keys) {
        for (String key : keys) {
            if (object.number(key).orElse(0) > 1) {
                return object.number(key);
            }
        }
        return OptionalInt.empty();
    }

    /** A path that this kind of server has, unless it is older: a refusal is the key's. */
    private Answer known(String path) {
        Answer answer = get(path);
        if (answer.refusesKey()) {
            throw Refusal.key(url);
        }
        return answer;
    }

    private Answer get(String path) {
        try {
            return wire.get(url, path, WAIT);
        } catch (IOException e) {
            throw Refusal.unreachable(url, cause(e));
        }
    }

    private Answer post(String path, Map<String, ?> body) {
        try {
            Answer answer = wire.ask(url, path, body, WAIT);
            if (answer.refusesKey()) {
                throw Refusal.key(url);
            }
            return answer;
        } catch (IOException e) {
            throw Refusal.unreachable(url, cause(e));
        }
    }

    private static Throwable cause(IOException e) {
        return e.getCause() == null ? e : e.getCause();
    }
}
