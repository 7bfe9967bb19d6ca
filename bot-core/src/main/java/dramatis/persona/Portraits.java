package dramatis.persona;

import static java.util.Objects.requireNonNull;

/** How characters look. Safe for use by many threads; may block on the disk. */
@FunctionalInterface
public interface Portraits {
    /** A character's picture: its own, or one drawn for it, so that no two characters look alike. */
    Portrait of(String personaId, String name);

    /**
     * A picture.
     *
     * @param mediaType such as {@code image/png}
     * @param image its bytes, not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
    record Portrait(String mediaType, byte[] image) {
        public Portrait {
            requireNonNull(mediaType, "mediaType");
            requireNonNull(image, "image");
        }
    }
}
