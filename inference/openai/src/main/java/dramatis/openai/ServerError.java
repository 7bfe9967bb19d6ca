package dramatis.openai;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An error as servers tell of it: {@code {"error": {"message", "type", "code"}}} in OpenAI's and llama.cpp's form, the
 * same without the outer object in older vLLM and SGLang, {@code {"detail": …}} or a text elsewhere.
 *
 * @param status the HTTP status, or what stands for it in the middle of a stream; 0 where nothing does
 * @param code the error's code; empty where it has none that is a plain word
 * @param type the error's type, likewise
 * @param message what it says, in lower case: it may repeat a prompt, so it is looked at and never shown
 */
record ServerError(int status, Optional<String> code, Optional<String> type, String message) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final List<String> TOO_LONG = List.of(
            "maximum context length",
            "context length (",
            "model's context length",
            "context_length_exceeded",
            "exceeds the available context size",
            "exceed context window",
            "exceeds the context window",
            "larger than the context",
            "max_model_len",
            "maximum model length",
            "prompt is too long");

    /** The error of an answer or of an event. */
    static ServerError of(int status, Json body) {
        Json error = body.get("error").isPresent() ? body.get("error") : body;
        Optional<String> code =
                error.word("code").filter(it -> PLAIN.matcher(it).matches());
        int known = status > 0
                ? status
                : code.filter(it -> it.matches("[1-5]\\d\\d"))
                        .map(Integer::valueOf)
                        .orElse(0);
        String message = error.text()
                .or(() -> error.text("message"))
                .or(() -> error.text("detail"))
                .orElse("");
        return new ServerError(
                known,
                code,
                error.text("type").filter(it -> PLAIN.matcher(it).matches()),
                message.substring(0, Math.min(message.length(), 2000)).toLowerCase(Locale.ROOT));
    }

    /** Whether an event of a stream is one. */
    static boolean isOne(Json event) {
        return event.get("error").isPresent() || event.text("object").orElse("").equals("error");
    }

    boolean tooLong() {
        boolean said = code.orElse("").equals("context_length_exceeded")
                || type.orElse("").equals("exceed_context_size_error")
                || TOO_LONG.stream().anyMatch(message::contains);
        return said && (status == 0 || status == 400 || status == 413 || status == 422 || status == 500);
    }

    boolean refusesKey() {
        return status == 401 || status == 403;
    }

    boolean unknownModel() {
        return status == 404 || code.orElse("").equals("model_not_found");
    }

    /** The server is full, starting or behind something that cannot reach it: the same request may work later. */
    boolean passes() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** Whether it is about a parameter, and does not just repeat the request, in which {@code "stream"} stands too. */
    boolean concerns(String parameter) {
        return (status == 400 || status == 422) && message.contains(parameter) && !message.contains("\"stream\"");
    }

    /** For operators: without the message. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(status > 0 ? "status " + status : "an error");
        type.ifPresent(it -> text.append(", ").append(it));
        code.filter(it -> !it.equals(String.valueOf(status)))
                .ifPresent(it -> text.append(", ").append(it));
        return text.toString();
    }
}
