package dramatis.openai;

import dramatis.testkit.ModelServerFlavor;

/** Completions, as vLLM takes them. */
class VllmContractTest extends StubContract {
    VllmContractTest() {
        super(ModelServerFlavor.VLLM);
    }
}
