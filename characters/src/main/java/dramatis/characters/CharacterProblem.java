package dramatis.characters;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a file.
 *
 * @param file the file's name, as the person gave it
 * @param field the key, such as {@code alternates, item 2}; empty where the whole file is meant
 * @param line where, from 1; 0 where no line can be named
 * @param column where in the line, from 1; 0 where no line can be named
 * @param sentence what is wrong and what to do
 */
public record CharacterProblem(String file, String field, int line, int column, String sentence) {
    public CharacterProblem {
        requireNonNull(file, "file");
        requireNonNull(field, "field");
        requireNonNull(sentence, "sentence");
    }

    /** As compilers print it, so that editors can jump to it: {@code file:line:column: field: sentence}. */
    @Override
    public String toString() {
        String place = line == 0 ? "" : line + ":" + column + ":";
        return file + ":" + place + " " + (field.isEmpty() ? "" : field + ": ") + sentence;
    }
}
