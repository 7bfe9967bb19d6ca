package dramatis.djl;

/** Where a model is to be played. */
public enum DevicePreference {
    /** On a GPU where there is one, else on the CPU. */
    AUTO,
    CPU,
    /** On a GPU; loading fails where there is none. */
    GPU
}
