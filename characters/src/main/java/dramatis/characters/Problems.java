package dramatis.characters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that all of it is said at once. */
final class Problems {
    /** Beyond these a file is not a character, and nobody reads on. */
    private static final int MOST = 50;

    private final String file;
    private final List<CharacterProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(String field, Place place, String sentence) {
        if (found.size() < MOST) {
            found.add(new CharacterProblem(file, field, place.line(), place.column(), sentence));
        }
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(CharacterProblem::line).thenComparingInt(CharacterProblem::column));
            throw new CharacterFileException(found);
        }
    }
}
