package dramatis.app;

import java.util.List;

/** Settings that the program cannot start with: one sentence a problem, each saying what is wrong and what to do. */
final class SettingsException extends CommandFailure {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    SettingsException(List<String> problems) {
        super(USAGE, String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    SettingsException(String problem) {
        this(List.of(problem));
    }

    List<String> problems() {
        return problems;
    }
}
