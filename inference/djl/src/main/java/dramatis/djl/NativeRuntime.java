package dramatis.djl;

import ai.djl.engine.Engine;
import ai.djl.util.Utils;
import dramatis.inference.EngineException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Brings libtorch into the process, once. What DJL is told goes by system properties, which it reads when it is first
 * used: never download, never call home, and where to unpack native libraries. Environment variables of DJL's own, where
 * set, come first.
 */
final class NativeRuntime {
    private static final String CACHE = "DJL_CACHE_DIR";
    private static boolean started;

    private NativeRuntime() {}

    /** Loads the libraries; the cache directory of the first call holds for the process. */
    static synchronized void start(Optional<Path> cacheDirectory) {
        if (started) {
            return;
        }
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        if (Utils.getenv(CACHE) == null) {
            cacheDirectory.ifPresent(it -> System.setProperty(CACHE, it.toString()));
        }
        try {
            Engine.getEngine("PyTorch");
        } catch (ai.djl.engine.EngineException | UnsatisfiedLinkError e) {
            throw new EngineException(
                    EngineException.Kind.UNSUPPORTED,
                    "PyTorch's native library cannot be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ", unpacked under " + Utils.getCacheDir()
                            + ": is it writable, and was the program built on this kind of system?",
                    e);
        }
        started = true;
    }
}
