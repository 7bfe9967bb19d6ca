package dramatis.openai;

import dramatis.testkit.ModelServerFlavor;

class CompletionsContractTest extends StubContract {
    CompletionsContractTest() {
        super(ModelServerFlavor.VLLM);
    }

    @Override
    OpenAiOptions options(OpenAiOptions defaults) {
        return defaults.withApi(ModelApi.COMPLETIONS);
    }
}
