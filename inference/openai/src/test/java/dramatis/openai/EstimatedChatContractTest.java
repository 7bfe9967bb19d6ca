package dramatis.openai;

import dramatis.testkit.ModelServerFlavor;
import dramatis.testkit.ModelServerQuirk;

/** Chats on a server that says nothing of tokens: estimates add up too. */
class EstimatedChatContractTest extends StubContract {
    EstimatedChatContractTest() {
        super(ModelServerFlavor.PLAIN, ModelServerQuirk.NO_USAGE);
    }
}
