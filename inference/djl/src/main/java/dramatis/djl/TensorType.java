package dramatis.djl;

import ai.djl.ndarray.types.DataType;

/** The number formats that are read from safetensors files. */
enum TensorType {
    F32(4, DataType.FLOAT32),
    F16(2, DataType.FLOAT16),
    /** DJL's native side has no bfloat16: the bits travel as half precision and are read anew in the script. */
    BF16(2, DataType.FLOAT16),
    I8(1, DataType.INT8);

    final int bytes;
    final DataType carrier;

    TensorType(int bytes, DataType carrier) {
        this.bytes = bytes;
        this.carrier = carrier;
    }

    boolean isFloat() {
        return this != I8;
    }
}
