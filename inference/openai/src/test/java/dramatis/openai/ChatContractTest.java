package dramatis.openai;

import dramatis.testkit.ModelServerFlavor;

/** Chats without a prefill, on a server that counts tokens. */
class ChatContractTest extends StubContract {
    ChatContractTest() {
        super(ModelServerFlavor.LLAMA_CPP);
    }

    @Override
    OpenAiOptions options(OpenAiOptions defaults) {
        return defaults.withApi(ModelApi.CHAT);
    }
}
