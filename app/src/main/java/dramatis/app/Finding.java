package dramatis.app;

import static java.util.Objects.requireNonNull;

/**
 * Something that the doctor found.
 *
 * @param what what is so
 * @param todo what to do about it; empty where nothing is to be done
 */
record Finding(Grade grade, String what, String todo) {
    /** How bad it is. */
    enum Grade {
        OK,
        WARNING,
        ERROR
    }

    Finding {
        requireNonNull(grade, "grade");
        requireNonNull(what, "what");
        requireNonNull(todo, "todo");
    }

    static Finding ok(String what) {
        return new Finding(Grade.OK, what, "");
    }

    static Finding warning(String what, String todo) {
        return new Finding(Grade.WARNING, what, todo);
    }

    static Finding error(String what, String todo) {
        return new Finding(Grade.ERROR, what, todo);
    }

    @Override
    public String toString() {
        var label = switch (grade) {
            case OK -> "ok       ";
            case WARNING -> "warning  ";
            case ERROR -> "error    ";
        };
        return label + what + (todo.isEmpty() ? "" : ": " + todo);
    }
}
