package dramatis.djl;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import dramatis.djl.WeightPlan.Weight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A model in memory, with what is needed to play it.
 *
 * @param device the thread that alone may use the decoder
 * @param context the longest prompt and reply together, in tokens
 */
record LoadedModel(
        DeviceThread device, Decoder decoder, ChatTokenizer tokenizer, GenerationDefaults defaults, int context) {

    LoadedModel {
        requireNonNull(device, "device");
        requireNonNull(decoder, "decoder");
        requireNonNull(tokenizer, "tokenizer");
        requireNonNull(defaults, "defaults");
    }

    /** Loads a checkpoint: all that can be refused is looked at before the weights are. */
    static LoadedModel load(EngineOptions options) {
        Path directory = options.directory();
        if (!Files.isDirectory(directory)) {
            throw Refusal.of(directory + " is not a directory; a model is a Hugging Face checkpoint directory.");
        }
        Background<Boolean> libraries = Background.start("dramatis-libraries", () -> {
            NativeRuntime.start(options.nativeCache());
            return true;
        });
        Settings file = Settings.read(directory.resolve("config.json"));
        ModelConfig config = ModelConfig.read(file);
        GenerationDefaults defaults =
                GenerationDefaults.read(Settings.readIfPresent(directory.resolve("generation_config.json")), file);
        List<Weight> plan = WeightPlan.of(Checkpoint.open(directory), config);
        int context = Math.min(config.positions(), options.contextLimit().orElse(config.positions()));
        libraries.await();
        Background<ChatTokenizer> tokenizer =
                Background.start("dramatis-tokenizer", () -> ChatTokenizer.read(directory, config.vocabulary()));
        DeviceThread device = new DeviceThread();
        try {
            Decoder decoder = decoder(device, options, config, plan, context);
            return new LoadedModel(device, decoder, await(tokenizer, device, decoder), defaults, context);
        } catch (RuntimeException e) {
            tokenizer.discard(ChatTokenizer::close);
            device.close(() -> {});
            throw e;
        }
    }

    private static Decoder decoder(
            DeviceThread device, EngineOptions options, ModelConfig config, List<Weight> plan, int context) {
        Device target = target(options.device());
        AtomicReference<Decoder> decoder = new AtomicReference<>();
        device.run(
                () -> {
                    JniUtils.setNumThreads(options.threads());
                    JniUtils.setGraphExecutorOptimize(false);
                    decoder.set(new Decoder(config, plan, target, context));
                },
                () -> false);
        return requireNonNull(decoder.get());
    }

    private static ChatTokenizer await(Background<ChatTokenizer> tokenizer, DeviceThread device, Decoder decoder) {
        try {
            return tokenizer.await();
        } catch (RuntimeException e) {
            device.run(decoder::close, () -> false);
            throw e;
        }
    }

    private static Device target(DevicePreference preference) {
        boolean present = preference != DevicePreference.CPU
                && Engine.getEngine("PyTorch").getGpuCount() > 0;
        if (preference == DevicePreference.GPU && !present) {
            throw Refusal.of("No GPU is to be seen: build with -Pgpu, and have the CUDA runtime (libcudart.so) on the"
                    + " library path, or play on the CPU.");
        }
        return present ? Device.gpu() : Device.cpu();
    }
}
