package dramatis.openai;

import dramatis.testkit.ModelServerFlavor;

/** Chats whose last message is gone on with. */
class ContinuedChatContractTest extends StubContract {
    ContinuedChatContractTest() {
        super(ModelServerFlavor.SGLANG);
    }

    @Override
    OpenAiOptions options(OpenAiOptions defaults) {
        return defaults.withApi(ModelApi.CHAT);
    }
}
