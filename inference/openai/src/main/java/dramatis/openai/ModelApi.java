package dramatis.openai;

/** Which of the OpenAI API's ways to ask for a reply. */
public enum ModelApi {
    /** Completions where a server is shown to speak ChatML for its model, chats elsewhere. */
    AUTO,
    /** {@code /v1/completions}, with the prompt in ChatML; goes on from a reply's beginning. */
    COMPLETIONS,
    /** {@code /v1/chat/completions}, with the server's own template. */
    CHAT
}
