package dramatis.testkit;

/** Which server a {@link ModelServer} plays: its paths beside the OpenAI ones, its names and its errors. */
public enum ModelServerFlavor {
    /** {@code /version}, {@code /tokenize} of prompts and of messages, {@code max_model_len}, continues a last message. */
    VLLM,
    /** {@code /get_model_info}, {@code /tokenize} as vLLM has it, continues a last message. */
    SGLANG,
    /** {@code /props}, {@code /apply-template}, {@code /tokenize} of its own form, {@code timings}. */
    LLAMA_CPP,
    /** {@code /api/version}, {@code /api/ps}; cuts prompts silently and puts a template around completions too. */
    OLLAMA,
    /** A hosted service: models, completions and chats, and nothing else. */
    PLAIN;

    boolean continuesMessages() {
        return this == VLLM || this == SGLANG;
    }

    String owner() {
        return switch (this) {
            case VLLM -> "vllm";
            case SGLANG -> "sglang";
            case LLAMA_CPP -> "llamacpp";
            case OLLAMA -> "library";
            case PLAIN -> "somebody";
        };
    }
}
