package dramatis.openai;

import dramatis.testkit.ModelServerFlavor;

class ContinuedChatContractTest extends StubContract {
    ContinuedChatContractTest() {
        super(ModelServerFlavor.SGLANG);
    }

    @Override
    OpenAiOptions options(OpenAiOptions defaults) {
        return defaults.withApi(ModelApi.CHAT);
    }
}
