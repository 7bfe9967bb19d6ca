package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import dramatis.djl.RandomCheckpoint.RopeForm;
import dramatis.djl.RandomCheckpoint.Shape;
import dramatis.djl.RandomCheckpoint.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoder in TorchScript against the one in plain loops, over checkpoints of many shapes. */
class DecoderTest {
    private static final int SHAPES = 72;
    private static final List<Storage> STORAGES = List.copyOf(EnumSet.allOf(Storage.class));
    private static final List<RopeForm> ROPES = List.copyOf(EnumSet.allOf(RopeForm.class));

    @TempDir
    private Path directory;

    static Stream<Shape> shapes() {
        return IntStream.range(0, SHAPES).mapToObj(DecoderTest::shape);
    }

    /** Walks through architectures, storages and forms of positions, and takes the rest by chance. */
    private static Shape shape(int number) {
        Random random = new Random(number);
        String type = new String[] {"llama", "qwen2", "qwen3"}[number % 3];
        Storage storage = STORAGES.get(number / 3 % 4);
        RopeForm rope = ROPES.get(number / 12 % 6);
        int keyHeads = 1 + random.nextInt(3);
        int heads = keyHeads * (1 + random.nextInt(4));
        int headSize = 2 * (1 + random.nextInt(8));
        boolean said = type.equals("qwen3") || random.nextBoolean();
        int hidden = said ? 5 + random.nextInt(40) : heads * headSize;
        boolean bias = !type.equals("qwen2") && random.nextInt(3) == 0;
        return new Shape(
                type,
                hidden,
                3 + random.nextInt(60),
                1 + random.nextInt(3),
                heads,
                keyHeads,
                headSize,
                said,
                30 + random.nextInt(50),
                random.nextBoolean(),
                bias,
                type.equals("llama") && random.nextInt(3) == 0,
                storage,
                1 + random.nextInt(3),
                rope);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void prefill_anyShape_givesTheOraclesLogits(Shape shape) throws IOException {
        NativeRuntime.start(Optional.empty());
        RandomCheckpoint checkpoint = new RandomCheckpoint(shape, shape.hashCode());
        Path model = checkpoint.write(directory);
        ModelConfig config = ModelConfig.read(Settings.read(model.resolve("config.json")));
        int[] ids = new Random(3).ints(40, 0, shape.vocabulary()).toArray();
        ReferenceDecoder reference = new ReferenceDecoder(checkpoint);
        float[] logits = new float[shape.vocabulary()];
        try (Decoder decoder = new Decoder(config, WeightPlan.of(Checkpoint.open(model), config), Device.cpu(), 128);
                KvCache cache = new KvCache(decoder.bytesPerToken())) {
            int read = 0;
            for (int chunk : new int[] {7, 1, 1, 20, 1, 10}) {
                decoder.prefill(cache, Arrays.copyOfRange(ids, read, read + chunk), logits);
                read += chunk;
                requireClose(logits, reference.logits(Arrays.copyOf(ids, read)));
            }
        }
    }

    private static void requireClose(float[] found, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) found[i]).isCloseTo(expected[i], within(2e-5 * largest));
        }
    }
}
