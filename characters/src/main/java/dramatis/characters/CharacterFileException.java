package dramatis.characters;

import java.util.List;
import java.util.stream.Collectors;

/** A file of characters or scenes that is refused, with everything that is wrong with it. */
public class CharacterFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<CharacterProblem> problems;

    public CharacterFileException(List<CharacterProblem> problems) {
        super(problems.stream().map(CharacterProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    CharacterFileException(CharacterProblem problem) {
        this(List.of(problem));
    }

    /** At least one, in the file's order. */
    public List<CharacterProblem> problems() {
        return problems;
    }
}
