package dramatis.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One completion or chat: checked, made, and sent as a stream or as a whole. */
final class ModelServerGeneration {
    private static final Duration FOR_EVER = Duration.ofHours(1);

    private final ModelServer server;
    private final ModelServerConnection connection;
    private final ModelServerAnswers answers;
    private final ModelServerRequest request;
    private final Optional<ModelServerFault> fault;
    private final List<String> prompt;
    private final String promptText;
    private List<String> reply = List.of();
    private String finish = "stop";
    private int cached;

    ModelServerGeneration(
            ModelServer server,
            ModelServerConnection connection,
            ModelServerAnswers answers,
            ModelServerRequest request,
            Optional<ModelServerFault> fault) {
        this.server = server;
        this.connection = connection;
        this.answers = answers;
        this.request = request;
        this.fault = fault;
        promptText = promptText();
        prompt = ModelServerTokens.of(promptText);
    }

    /** Says whether the connection may be used for the next request. */
    boolean run() throws IOException {
        if (refused()) {
            return true;
        }
        cached = server.readBefore(prompt);
        make();
        if (!request.flag("stream") || server.has(ModelServerQuirk.IGNORES_STREAM)) {
            return answers.json(whole());
        }
        try {
            return stream();
        } catch (IOException e) {
            server.clientLeft();
            throw e;
        }
    }

    private String promptText() {
        if (request.isChat()) {
            return answers.template().render(request.messages(), goesOn(), true);
        }
        String text = request.text("prompt").orElse("");
        return server.flavor() == ModelServerFlavor.OLLAMA
                ? answers.template().render(List.of(Map.of("role", "user", "content", text)), false, true)
                : text;
    }

    private boolean goesOn() {
        return server.flavor().continuesMessages() && request.flag("continue_final_message");
    }

    private boolean refused() throws IOException {
        boolean anyModel = server.flavor() == ModelServerFlavor.LLAMA_CPP;
        if (!anyModel && !server.models().contains(request.text("model").orElse(""))) {
            return answers.error(404, "model_not_found", "The model does not exist");
        }
        if (server.has(ModelServerQuirk.REFUSES_STREAM_OPTIONS)
                && request.json().containsKey("stream_options")) {
            return answers.error(400, "unknown_parameter", "Unrecognized request argument: stream_options");
        }
        if (goesOn() && request.flag("add_generation_prompt")) {
            return answers.error(400, "bad_request", "Cannot set both continue_final_message and the other");
        }
        long needed = anyModel ? prompt.size() + 1L : prompt.size() + request.number("max_tokens", 1);
        if (server.flavor() != ModelServerFlavor.OLLAMA && needed > server.context()) {
            return answers.error(
                    400,
                    "context_length_exceeded",
                    "This model's maximum context length is " + server.context() + " tokens. Your request has " + needed
                            + ": " + promptText);
        }
        return false;
    }

    private void make() {
        boolean greedy = request.json().get("temperature") instanceof Number number && number.doubleValue() == 0;
        String text = server.script().reply(promptText, greedy ? 0 : request.number("seed", 0));
        reply = ModelServerTokens.of(server.has(ModelServerQuirk.IGNORES_STOP) ? text : beforeStops(text));
        long most = Math.min(request.number("max_tokens", 16), server.context() - prompt.size());
        if (reply.size() > most) {
            reply = reply.subList(0, (int) Math.max(0, most));
            finish = "length";
        }
    }

    private String beforeStops(String text) {
        String before = text;
        for (String stop : request.stops()) {
            int at = before.indexOf(stop);
            before = at < 0 ? before : before.substring(0, at);
        }
        return before;
    }

    private boolean stream() throws IOException {
        ModelServerStream stream = new ModelServerStream(server, connection);
        stream.begin();
        if (request.isChat()) {
            stream.event(chunk(request.isChat(), Map.of("role", "assistant", "content", ""), null));
        }
        boolean thinks = server.has(ModelServerQuirk.REASONING);
        for (int i = 0; i <= reply.size(); i++) {
            if (fault.isPresent() && fault.get().number() == i && !goesWell(stream, fault.get())) {
                return false;
            }
            if (i == reply.size()) {
                break;
            }
            if (answers.left(server.tokenDelay())) {
                return false;
            }
            stream.event(token(reply.get(i), thinks));
            thinks &= !reply.get(i).equals("</system_thinking>");
        }
        return end(stream);
    }

    private boolean goesWell(ModelServerStream stream, ModelServerFault fault) throws IOException {
        switch (fault.kind()) {
            case BREAK -> {
                return false;
            }
            case STALL -> {
                return !answers.left(FOR_EVER);
            }
            case ERROR -> {
                stream.event(answers.errorObject(500, "server_error", "Broke at: " + promptText));
                stream.end();
                return false;
            }
            default -> {
                return true;
            }
        }
    }

    private Map<String, @Nullable Object> token(String text, boolean thinks) {
        if (!request.isChat()) {
            return chunk(false, Map.of("text", text), null);
        }
        if (server.has(ModelServerQuirk.ALL_REASONING)) {
            return chunk(true, Map.of("reasoning", text), null);
        }
        String shown = server.has(ModelServerQuirk.REASONING) && text.endsWith("system_thinking>") ? "" : text;
        return chunk(true, Map.of(thinks ? "reasoning_content" : "content", shown), null);
    }

    private boolean end(ModelServerStream stream) throws IOException {
        if (!server.has(ModelServerQuirk.NO_FINISH)) {
            stream.event(chunk(request.isChat(), request.isChat() ? Map.of() : Map.of("text", ""), finish));
        }
        if (wantsUsage()) {
            Map<String, @Nullable Object> last = new LinkedHashMap<>();
            last.put("choices", List.of());
            last.putAll(cost());
            stream.event(last);
        }
        if (!server.has(ModelServerQuirk.NO_DONE)) {
            stream.done();
        }
        stream.end();
        return true;
    }

    private boolean wantsUsage() {
        return !server.has(ModelServerQuirk.NO_USAGE)
                && request.json().get("stream_options") instanceof Map<?, ?> options
                && Boolean.TRUE.equals(options.get("include_usage"));
    }

    /** What it took, as this flavour says it. */
    private Map<String, Object> cost() {
        Map<String, Object> usage = new LinkedHashMap<>(Map.of(
                "prompt_tokens", prompt.size(),
                "completion_tokens", reply.size(),
                "total_tokens", prompt.size() + reply.size()));
        if (server.flavor() == ModelServerFlavor.LLAMA_CPP) {
            return Map.of("usage", usage, "timings", Map.of("cache_n", cached, "predicted_n", reply.size()));
        }
        usage.put("prompt_tokens_details", Map.of("cached_tokens", cached));
        return Map.of("usage", usage);
    }

    private Map<String, @Nullable Object> whole() {
        String text = String.join("", reply);
        Map<String, @Nullable Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.putAll(
                request.isChat()
                        ? Map.of("message", Map.of("role", "assistant", "content", text))
                        : Map.of("text", text));
        choice.put("finish_reason", finish);
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("choices", List.of(choice));
        whole.putAll(cost());
        return whole;
    }

    private static Map<String, @Nullable Object> chunk(
            boolean chat, Map<String, ?> what, @Nullable String finishReason) {
        Map<String, @Nullable Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        if (chat) {
            choice.put("delta", what);
        } else {
            choice.putAll(what);
        }
        choice.put("finish_reason", finishReason);
        Map<String, @Nullable Object> chunk = new LinkedHashMap<>();
        chunk.put("id", "stub");
        chunk.put("choices", List.of(choice));
        return chunk;
    }
}
