package dramatis.openai;

/** Which program a server is, as far as that makes a difference. */
public enum ServerKind {
    VLLM("vLLM"),
    SGLANG("SGLang"),
    LLAMA_CPP("llama.cpp"),
    OLLAMA("Ollama"),
    OTHER("other");

    private final String label;

    ServerKind(String label) {
        this.label = label;
    }

    /** Its name, for people. */
    public String label() {
        return label;
    }

    /** Whether it goes on from a last message of the assistant's when told to. */
    boolean continuesMessages() {
        return this == VLLM || this == SGLANG;
    }

    /** Whether it knows ways to sample that OpenAI's API has not. */
    boolean samplesMore() {
        return this == VLLM || this == SGLANG || this == LLAMA_CPP;
    }
}
