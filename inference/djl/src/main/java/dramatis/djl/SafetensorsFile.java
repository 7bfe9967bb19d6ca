package dramatis.djl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the header of a safetensors file: eight bytes with its length, little-endian, then JSON that says of each tensor
 * its type, shape and place, then the tensors without a gap. What the header says is checked against the file.
 */
final class SafetensorsFile {
    private static final int LENGTH_BYTES = 8;
    private static final int LONGEST_HEADER = 100_000_000;
    private static final String METADATA = "__metadata__";

    private final Path file;
    private final Settings header;
    private final long dataStart;
    private final long dataBytes;

    private SafetensorsFile(Path file, Settings header, long dataStart, long dataBytes) {
        this.file = file;
        this.header = header;
        this.dataStart = dataStart;
        this.dataBytes = dataBytes;
    }

    /** The tensors of the file, in the order of their places. */
    static List<StoredTensor> read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size() < LENGTH_BYTES
                    ? -1
                    : fill(channel, 0, LENGTH_BYTES).getLong();
            if (length < 2 || length > LONGEST_HEADER || length > channel.size() - LENGTH_BYTES) {
                throw Refusal.of(file + " is no safetensors file, or is cut off: its header does not fit in it.");
            }
            Settings header = Settings.of(
                    file.toString(), fill(channel, LENGTH_BYTES, (int) length).array());
            long start = LENGTH_BYTES + length;
            return new SafetensorsFile(file, header, start, channel.size() - start).tensors();
        } catch (IOException e) {
            throw Refusal.unreadable(file, e);
        }
    }

    private static ByteBuffer fill(FileChannel channel, long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // reads until full or at the file's end
        }
        return buffer.flip();
    }

    private List<StoredTensor> tensors() {
        List<StoredTensor> tensors = new ArrayList<>();
        for (String name : header.keys()) {
            if (!name.equals(METADATA)) {
                header.object(name).ifPresent(entry -> tensors.add(tensor(name, entry)));
            }
        }
        tensors.sort(Comparator.comparingLong(StoredTensor::offset));
        requireGapless(tensors);
        return tensors;
    }

    private StoredTensor tensor(String name, Settings entry) {
        List<Long> offsets = entry.longs("data_offsets");
        List<Long> shape = entry.longs("shape");
        boolean sound = offsets.size() == 2
                && offsets.get(0) >= 0
                && offsets.get(1) >= offsets.get(0)
                && shape.stream().allMatch(it -> it >= 0);
        if (!sound) {
            throw Refusal.of(file + ": " + name + " has no sound shape and data_offsets; the file is damaged.");
        }
        StoredTensor tensor = new StoredTensor(name, type(name, entry), shape, file, dataStart + offsets.get(0));
        requireFits(tensor, offsets.get(1) - offsets.get(0));
        return tensor;
    }

    private TensorType type(String name, Settings entry) {
        String dtype = entry.text("dtype").orElse("missing");
        return Arrays.stream(TensorType.values())
                .filter(it -> it.name().equals(dtype))
                .findFirst()
                .orElseThrow(() -> Refusal.of(file + ": " + name + " has dtype " + dtype + "; these are played: "
                        + Arrays.stream(TensorType.values()).map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }

    private void requireFits(StoredTensor tensor, long bytes) {
        long needed;
        try {
            needed = tensor.bytes();
        } catch (ArithmeticException e) {
            needed = -1;
        }
        if (needed != bytes) {
            throw Refusal.of(file + ": " + tensor.name() + " has shape " + tensor.shape() + " in " + tensor.type()
                    + ", and " + bytes + " bytes; the file is damaged.");
        }
    }

    private void requireGapless(List<StoredTensor> tensors) {
        long end = dataStart;
        for (StoredTensor tensor : tensors) {
            if (tensor.offset() != end) {
                throw Refusal.of(file + ": " + tensor.name() + " does not begin where the one before it ends; the file"
                        + " is damaged.");
            }
            end = tensor.offset() + tensor.bytes();
        }
        if (end - dataStart != dataBytes) {
            throw Refusal.of(file + " is cut off or too long: its header speaks of " + (end - dataStart)
                    + " bytes of tensors, and there are " + dataBytes + ".");
        }
    }
}
