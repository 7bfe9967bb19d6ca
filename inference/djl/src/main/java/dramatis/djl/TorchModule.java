package dramatis.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A TorchScript module on a device. Device thread only. */
final class TorchModule implements AutoCloseable {
    private final PtNDManager manager;
    private final PtSymbolBlock block;

    /** Loads a module from the source of its class. */
    TorchModule(Device device, String className, String source) {
        manager = (PtNDManager) NDManager.newBaseManager(device, "PyTorch");
        try {
            block = JniUtils.loadModule(
                    manager, new ByteArrayInputStream(TorchArchive.of(className, source)), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where what lives as long as the module is attached. */
    PtNDManager manager() {
        return manager;
    }

    /** A manager for one step; the caller closes it. */
    PtNDManager step() {
        return (PtNDManager) manager.newSubManager();
    }

    /** Calls a method with tensors, integers, booleans or values; values among the arguments stay the caller's. */
    IValue call(String method, Object... arguments) {
        IValue[] values = new IValue[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments[i]);
        }
        try {
            return IValueUtils.runMethod(block, method, values);
        } finally {
            for (int i = 0; i < values.length; i++) {
                if (values[i] != arguments[i]) {
                    values[i].close();
                }
            }
        }
    }

    /** Calls a method for what it does. */
    void run(String method, Object... arguments) {
        call(method, arguments).close();
    }

    /** Calls a method that returns a tensor. */
    PtNDArray tensor(PtNDManager owner, String method, Object... arguments) {
        try (IValue result = call(method, arguments)) {
            return result.toTensor(owner);
        }
    }

    private static IValue value(Object argument) {
        if (argument instanceof IValue value) {
            return value;
        }
        if (argument instanceof PtNDArray array) {
            return IValue.from(array);
        }
        if (argument instanceof Integer number) {
            return IValue.from((long) number);
        }
        if (argument instanceof long[] numbers) {
            return IValue.listFrom(numbers);
        }
        if (argument instanceof Boolean flag) {
            return IValue.from(flag);
        }
        throw new IllegalArgumentException("no such argument: " + argument.getClass());
    }

    @Override
    public void close() {
        block.close();
        manager.close();
    }
}
