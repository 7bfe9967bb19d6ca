package dramatis.testkit;

import static dramatis.testkit.ModelServerQuirk.FOREIGN_TEMPLATE;
import static dramatis.testkit.ModelServerQuirk.HER_TEMPLATE;
import static dramatis.testkit.ModelServerQuirk.NO_APPLY_TEMPLATE;
import static dramatis.testkit.ModelServerQuirk.NO_MODELS;
import static dramatis.testkit.ModelServerQuirk.NO_TOKENIZE;

import dramatis.testkit.ModelServerFault.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one connection, on its thread. */
final class ModelServerAnswers {
    private static final String JSON = "application/json";

    private final ModelServer server;
    private final ModelServerConnection connection;

    ModelServerAnswers(ModelServer server, ModelServerConnection connection) {
        this.server = server;
        this.connection = connection;
    }

    /** Until the connection ends. */
    void serve() throws IOException {
        Optional<ModelServerRequest> request = connection.read();
        while (request.isPresent()) {
            server.received(request.get());
            if (!answer(request.get())) {
                return;
            }
            request = connection.read();
        }
    }

    /** Says whether the connection may be used for the next request. */
    private boolean answer(ModelServerRequest request) throws IOException {
        Optional<ModelServerFault> fault = server.fault(request);
        if (fault.isPresent() && fault.get().is(Kind.NO_HEADERS)) {
            return false;
        }
        if (fault.isPresent()
                && fault.get().is(Kind.SLOW_HEADERS)
                && connection.leftWithin(fault.get().time())) {
            server.clientLeft();
            return false;
        }
        if (fault.isPresent() && fails(fault.get(), request)) {
            return true;
        }
        if (server.key().isPresent()
                && !request.headers()
                        .getOrDefault("authorization", "")
                        .equals("Bearer " + server.key().get())) {
            return error(401, "invalid_api_key", "Incorrect API key provided");
        }
        return request.generates() ? generate(request, fault) : know(request);
    }

    private boolean fails(ModelServerFault fault, ModelServerRequest request) throws IOException {
        switch (fault.kind()) {
            case STATUS -> error(fault.number(), "some_code", "Cannot do: " + request.body());
            case HTML ->
                connection.answer(fault.number(), "text/html", "<html><body>Bad Gateway</body></html>", Map.of());
            case BUSY ->
                connection.answer(
                        429,
                        JSON,
                        ModelServerJson.write(errorObject(429, "rate_limit_exceeded", "Too many requests")),
                        Map.of(
                                "Retry-After", String.valueOf(fault.time().toSeconds()),
                                "Retry-After-Ms", String.valueOf(fault.time().toMillis())));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean generate(ModelServerRequest request, Optional<ModelServerFault> fault) throws IOException {
        server.streams(1);
        try {
            return new ModelServerGeneration(server, connection, this, request, fault).run();
        } finally {
            server.streams(-1);
        }
    }

    private boolean know(ModelServerRequest request) throws IOException {
        if (request.path().equals("/v1/models") && !server.has(NO_MODELS)) {
            return json(Map.of("object", "list", "data", models()));
        }
        return switch (server.flavor()) {
            case VLLM -> request.path().equals("/version") ? json(Map.of("version", "0.0")) : tokenize(request);
            case SGLANG ->
                request.path().equals("/get_model_info")
                        ? json(Map.of("model_path", "stub", "is_generation", true))
                        : tokenize(request);
            case LLAMA_CPP -> llama(request);
            case OLLAMA -> ollama(request);
            case PLAIN -> unknown();
        };
    }

    private List<Map<String, Object>> models() {
        return server.models().stream().map(this::model).toList();
    }

    private Map<String, Object> model(String name) {
        Map<String, Object> model = new LinkedHashMap<>(Map.of(
                "id", name, "object", "model", "owned_by", server.flavor().owner()));
        if (server.flavor().continuesMessages()) {
            model.put("max_model_len", server.context());
        }
        if (server.flavor() == ModelServerFlavor.PLAIN) {
            model.put("context_length", server.context());
        }
        return model;
    }

    private boolean tokenize(ModelServerRequest request) throws IOException {
        if (!request.path().equals("/tokenize") || server.has(NO_TOKENIZE)) {
            return unknown();
        }
        String prompt = request.text("prompt")
                .orElseGet(() -> template().render(request.messages(), false, request.flag("add_generation_prompt")));
        List<Integer> ids = ModelServerTokens.ids(prompt);
        return json(Map.of("tokens", ids, "count", ids.size(), "max_model_len", server.context()));
    }

    private boolean llama(ModelServerRequest request) throws IOException {
        if (request.path().equals("/props")) {
            return json(Map.of(
                    "default_generation_settings",
                    Map.of("n_ctx", server.context()),
                    "total_slots",
                    1,
                    "chat_template",
                    template().jinja()));
        }
        if (request.path().equals("/tokenize") && !server.has(NO_TOKENIZE)) {
            return json(Map.of(
                    "tokens", ModelServerTokens.ids(request.text("content").orElse(""))));
        }
        if (request.path().equals("/apply-template") && !server.has(NO_APPLY_TEMPLATE)) {
            return json(Map.of("prompt", template().render(request.messages(), false, true)));
        }
        return unknown();
    }

    private boolean ollama(ModelServerRequest request) throws IOException {
        if (request.path().equals("/api/version")) {
            return json(Map.of("version", "0.0"));
        }
        if (request.path().equals("/api/ps")) {
            return json(Map.of(
                    "models",
                    server.models().stream()
                            .map(name -> Map.of("name", name, "model", name, "context_length", server.context()))
                            .toList()));
        }
        return unknown();
    }

    ModelServerTemplate template() {
        if (server.has(FOREIGN_TEMPLATE)) {
            return ModelServerTemplate.FOREIGN;
        }
        return server.has(HER_TEMPLATE) ? ModelServerTemplate.HER : ModelServerTemplate.CHATML;
    }

    private boolean unknown() throws IOException {
        return error(404, "not_found", "Not Found");
    }

    boolean json(Map<?, ?> object) throws IOException {
        connection.answer(200, JSON, ModelServerJson.write(object), Map.of());
        return true;
    }

    boolean error(int status, String code, String message) throws IOException {
        connection.answer(status, JSON, ModelServerJson.write(errorObject(status, code, message)), Map.of());
        return true;
    }

    /** An error in the form of this flavour. */
    Map<String, @Nullable Object> errorObject(int status, String code, String message) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("type", type(status, code));
        error.put("param", null);
        error.put("code", server.flavor() == ModelServerFlavor.PLAIN ? code : (Object) status);
        if (server.flavor() == ModelServerFlavor.SGLANG) {
            error.put("object", "error");
            return error;
        }
        return new LinkedHashMap<>(Map.of("error", error));
    }

    private String type(int status, String code) {
        if (server.flavor() == ModelServerFlavor.LLAMA_CPP) {
            return code.equals("context_length_exceeded") ? "exceed_context_size_error" : "server_error";
        }
        if (server.flavor().continuesMessages()) {
            return status == 404 ? "NotFoundError" : "BadRequestError";
        }
        return status == 401 ? "authentication_error" : "invalid_request_error";
    }

    boolean left(Duration time) throws IOException {
        boolean left = connection.leftWithin(time);
        if (left) {
            server.clientLeft();
        }
        return left;
    }
}
