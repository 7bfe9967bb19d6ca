package dramatis.djl;

import dramatis.inference.InferenceEngine;
import dramatis.inference.InferenceEngineContract;

class DjlEngineContractTest extends InferenceEngineContract {
    @Override
    protected InferenceEngine newEngine() {
        return DjlEngine.load(Checkpoints.options(Checkpoints.tiny("qwen3-tiny")));
    }
}
