package dramatis.telegram;

import static java.util.Objects.requireNonNull;

/**
 * A button below a message.
 *
 * @param label what stands on it
 * @param data what is sent back, 1 to 64 bytes
 */
record Button(String label, String data) {
    Button {
        requireNonNull(label, "label");
        requireNonNull(data, "data");
    }
}
