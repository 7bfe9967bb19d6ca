package dramatis.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .env} files: {@code KEY=VALUE} lines, {@code #} comments, an optional {@code export}, single quotes
 * (nothing inside is special) and double quotes (with \n, \t, \r, \", \\ and \$). Variables are not expanded. Messages
 * name the line and never its text, which may be a secret.
 */
final class DotEnv {
    /** One line that sets something. */
    record Entry(String name, String value, int line) {
        Entry {
            requireNonNull(name, "name");
            requireNonNull(value, "value");
        }
    }

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)", Pattern.DOTALL);
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private final Path file;

    private DotEnv(Path file) {
        this.file = file;
    }

    /** The file's entries in order; none where there is no such file. */
    static List<Entry> read(Path file) {
        return Files.isRegularFile(file) ? new DotEnv(file).entries() : List.of();
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        var number = 0;
        for (String line : text().split("\\r?\\n|\\r", -1)) {
            number++;
            var content = line.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                entries.add(entry(content, number));
            }
        }
        return List.copyOf(entries);
    }

    private String text() {
        try {
            var text = UTF_8.newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new SettingsException(file.getFileName() + " is not UTF-8 text: save it as UTF-8.");
        } catch (IOException e) {
            throw new SettingsException(file.getFileName() + " cannot be read: make it readable or take it away.");
        }
    }

    private Entry entry(String line, int number) {
        var assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            throw problem(number, "write KEY=VALUE, or # before a comment");
        }
        return new Entry(assignment.group(1), value(assignment.group(2), number), number);
    }

    private String value(String raw, int number) {
        if (raw.startsWith("'")) {
            return quoted(SINGLE_QUOTED.matcher(raw), number);
        }
        if (raw.startsWith("\"")) {
            return ESCAPE.matcher(quoted(DOUBLE_QUOTED.matcher(raw), number))
                    .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1))));
        }
        return COMMENT.matcher(raw).replaceFirst("").strip();
    }

    private String quoted(Matcher matcher, int number) {
        if (!matcher.matches()) {
            throw problem(number, "the quote must be closed at the end of the line");
        }
        return matcher.group(1);
    }

    private static String unescaped(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "\"", "\\", "$" -> letter;
            default -> "\\" + letter;
        };
    }

    private SettingsException problem(int number, String what) {
        return new SettingsException(file.getFileName() + " line " + number + ": " + what + ".");
    }
}
