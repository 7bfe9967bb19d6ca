package dramatis.openai;

import dramatis.testkit.ModelServerFlavor;

class LlamaCppContractTest extends StubContract {
    LlamaCppContractTest() {
        super(ModelServerFlavor.LLAMA_CPP);
    }
}
