package dramatis.her;

import static java.util.Objects.requireNonNull;

/**
 * Who plays in a scene.
 *
 * @param character whom the model plays
 * @param user who talks with it; empty in the style {@code scene}, where nobody in particular does
 */
public record Casting(String character, String user) {
    public Casting {
        requireNonNull(character, "character");
        requireNonNull(user, "user");
    }
}
