package dramatis.openai;

import dramatis.testkit.ModelServerFlavor;

/** Completions, as llama.cpp takes them. */
class LlamaCppContractTest extends StubContract {
    LlamaCppContractTest() {
        super(ModelServerFlavor.LLAMA_CPP);
    }
}
