package dramatis.her;

import static java.util.Objects.requireNonNull;

/**
 * A tag that a scanner met.
 *
 * @param kind what it means
 * @param closing whether it has a slash
 * @param broken whether its {@code >} is missing: such a tag hides, but never ends what is hidden
 * @param raw its characters
 */
record Tag(TagKind kind, boolean closing, boolean broken, String raw) {
    Tag {
        requireNonNull(kind, "kind");
        requireNonNull(raw, "raw");
    }
}
