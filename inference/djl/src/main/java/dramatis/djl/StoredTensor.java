package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A tensor in a safetensors file.
 *
 * @param file where it is
 * @param offset of its first byte, from the file's beginning
 */
record StoredTensor(String name, TensorType type, List<Long> shape, Path file, long offset) {
    StoredTensor {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        shape = List.copyOf(shape);
        requireNonNull(file, "file");
    }

    long size() {
        return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }

    long bytes() {
        return Math.multiplyExact(size(), type.bytes);
    }

    /** The tensor's bytes as a map of the file; copied, off the heap, only where they are not aligned in it. */
    ByteBuffer map() {
        if (bytes() > Integer.MAX_VALUE) {
            throw Refusal.of(file + ": " + name + " has " + bytes() + " bytes; a tensor of up to 2 GiB is played.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer mapped = channel.map(MapMode.READ_ONLY, offset, bytes());
            ByteBuffer usable = offset % type.bytes == 0
                    ? mapped
                    : ByteBuffer.allocateDirect((int) bytes()).put(mapped).flip();
            return usable.order(ByteOrder.nativeOrder());
        } catch (IOException e) {
            throw Refusal.unreadable(file, e);
        }
    }
}
