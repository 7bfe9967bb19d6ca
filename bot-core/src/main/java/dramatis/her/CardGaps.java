package dramatis.her;

import static java.util.Objects.requireNonNull;

/**
 * What stands in the gaps of a prompt in style {@code card}.
 *
 * @param character whom the model plays
 * @param fromTheBook the words after its name in the first sentence; empty where there is no book
 * @param profile who it is
 * @param scene where it is met
 * @param thought what it thinks
 * @param user who talks with it
 * @param userProfile who that is
 * @param blanks whether sections without a text keep their headings
 */
record CardGaps(
        String character,
        String fromTheBook,
        String profile,
        String scene,
        String thought,
        String user,
        String userProfile,
        boolean blanks) {
    CardGaps {
        requireNonNull(character, "character");
        requireNonNull(fromTheBook, "fromTheBook");
        requireNonNull(profile, "profile");
        requireNonNull(scene, "scene");
        requireNonNull(thought, "thought");
        requireNonNull(user, "user");
        requireNonNull(userProfile, "userProfile");
    }
}
