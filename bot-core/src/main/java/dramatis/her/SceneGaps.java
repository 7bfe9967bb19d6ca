package dramatis.her;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What stands in the gaps of a prompt in style {@code scene}.
 *
 * @param character whom the model plays
 * @param fromBook the words after its name in the first sentence; empty where there is no book
 * @param profile who it is
 * @param scenario where it is met
 * @param others who else is present, name to profile, in order
 * @param thoughts what it thinks; without any, the heading goes too
 * @param blanks whether profile and scenario keep their headings without a text
 */
record SceneGaps(
        String character,
        String fromBook,
        String profile,
        String scenario,
        Map<String, String> others,
        String thoughts,
        boolean blanks) {
    SceneGaps {
        requireNonNull(character, "character");
        requireNonNull(fromBook, "fromBook");
        requireNonNull(profile, "profile");
        requireNonNull(scenario, "scenario");
        requireNonNull(others, "others");
        requireNonNull(thoughts, "thoughts");
    }
}
