package dramatis.djl;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import dramatis.djl.WeightPlan.Part;
import dramatis.djl.WeightPlan.Weight;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Brings stored tensors onto the device: each is mapped from its file and widened, scaled and joined there by the
 * script. On the CPU all is single precision; a GPU keeps the checkpoint's own. Device thread only.
 */
final class WeightLoader {
    private static final int FLOAT16 = 5;
    private static final int FLOAT32 = 6;
    private static final int BFLOAT16 = 15;

    private final TorchModule module;
    private final Device device;
    private final int dtype;

    private WeightLoader(TorchModule module, Device device, int dtype) {
        this.module = module;
        this.device = device;
        this.dtype = dtype;
    }

    /** The weights, attached to the module's manager. */
    static List<PtNDArray> load(TorchModule module, Device device, List<Weight> plan) {
        WeightLoader loader = new WeightLoader(module, device, dtype(device, plan));
        IdentityHashMap<Weight, PtNDArray> loaded = new IdentityHashMap<>();
        List<PtNDArray> weights = new ArrayList<>();
        for (Weight weight : plan) {
            weights.add(loaded.computeIfAbsent(weight, loader::load));
        }
        return weights;
    }

    /** PyTorch's number for the format to compute in: a GPU's is that of the embedding, or of its scale. */
    private static int dtype(Device device, List<Weight> plan) {
        if (!device.isGpu()) {
            return FLOAT32;
        }
        Part embedding = plan.get(0).parts().get(0);
        return switch (embedding.scale().orElse(embedding.tensor()).type()) {
            case BF16 -> BFLOAT16;
            case F16 -> FLOAT16;
            case F32, I8 -> FLOAT32;
        };
    }

    /** Whether a GPU keeps these weights in two bytes a number. */
    static boolean isHalf(List<Weight> plan) {
        return dtype(Device.gpu(), plan) != FLOAT32;
    }

    private PtNDArray load(Weight weight) {
        long[] shape = weight.shape().stream().mapToLong(Long::longValue).toArray();
        StoredTensor first = weight.parts().get(0).tensor();
        if (weight.parts().size() == 1 && first.type() == TensorType.F32 && dtype == FLOAT32 && !device.isGpu()) {
            return create(module.manager(), first);
        }
        try (PtNDManager step = module.step()) {
            PtNDArray like = (PtNDArray) step.zeros(new Shape(1));
            PtNDArray whole = module.tensor(module.manager(), "new", shape, dtype, like);
            int at = 0;
            for (Part part : weight.parts()) {
                at = place(whole, at, part, shape.length);
            }
            return whole;
        }
    }

    /** Puts a part into its rows; a vector stands for one row of a matrix, or for as many entries as it has. */
    private int place(PtNDArray whole, int at, Part part, int dimensions) {
        List<Long> shape = part.tensor().shape();
        int rows = dimensions > shape.size() ? 1 : Math.toIntExact(shape.get(0));
        try (PtNDManager step = module.step()) {
            TensorType type = part.tensor().type();
            module.run("place", whole, at, rows, create(step, part.tensor()), type == TensorType.BF16);
            part.scale().ifPresent(scale -> module.run("scale", whole, at, rows, widen(step, scale)));
        }
        return at + rows;
    }

    private PtNDArray widen(PtNDManager step, StoredTensor tensor) {
        PtNDArray stored = create(step, tensor);
        int rows = Math.toIntExact(tensor.size());
        PtNDArray wide = module.tensor(step, "new", new long[] {rows}, FLOAT32, stored);
        module.run("place", wide, 0, rows, stored, tensor.type() == TensorType.BF16);
        return wide;
    }

    private PtNDArray create(PtNDManager owner, StoredTensor tensor) {
        long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
        return owner.create(tensor.map(), new Shape(shape), tensor.type().carrier);
    }
}
