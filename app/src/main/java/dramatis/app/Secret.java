package dramatis.app;

import static java.util.Objects.requireNonNull;

/** A text that is shown to nobody. */
record Secret(String value) {
    Secret {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "…";
    }
}
