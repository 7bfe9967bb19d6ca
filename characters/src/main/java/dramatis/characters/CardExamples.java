package dramatis.characters;

import dramatis.persona.Persona.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a card's {@code mes_example}: blocks that begin with {@code <START>}, in which lines that begin with
 * {@code {{user}}:} or {@code {{char}}:} begin somebody's words. Whatever stands before the character's words is the line
 * that it answers; a block without either is prose that shows its manner. Used for one text.
 */
final class CardExamples {
    private static final Pattern START = Pattern.compile("(?i)<START>");
    /** A name and its emphasis before the colon are no longer than this. */
    private static final int LONGEST_HEAD = 100;

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Example> examples = new ArrayList<>();

    private final List<String> line = new ArrayList<>();
    private final List<String> reply = new ArrayList<>();
    private boolean named;

    private CardExamples(List<String> names) {
        this.names.addAll(names);
        this.names.add(Macros.CHARACTER);
    }

    /**
     * The examples in a text.
     *
     * @param names what the character is called before a colon
     */
    static List<Example> read(String text, List<String> names) {
        CardExamples reader = new CardExamples(names);
        START.splitAsStream(text).forEach(reader::block);
        return List.copyOf(reader.examples);
    }

    /** The text that is read back as these examples, if they have nothing in them that begins another one. */
    static String write(List<Example> examples) {
        return examples.stream().map(CardExamples::write).collect(Collectors.joining("\n"));
    }

    private static String write(Example example) {
        String line = example.line().isBlank() ? "" : example.line() + "\n";
        return "<START>\n" + line + Macros.CHARACTER + ": " + Stagecraft.plain(example.reply());
    }

    private void block(String block) {
        named = false;
        block.lines().forEach(this::line);
        if (!named) {
            reply.addAll(line);
            line.clear();
        }
        end();
    }

    private void line(String words) {
        int colon = colon(words);
        String head = words.substring(0, Math.max(0, colon)).strip();
        if (names.contains(head)) {
            named = true;
            reply.add(words.substring(colon + 1).strip());
        } else if (head.equalsIgnoreCase(Macros.USER)) {
            if (!reply.isEmpty()) {
                end();
            }
            named = true;
            line.add(words.strip());
        } else {
            (reply.isEmpty() ? line : reply).add(words);
        }
    }

    /** Where a line's first colon is, also a wide one; -1 where it is not near the beginning. */
    private static int colon(String words) {
        for (int i = 0; i < Math.min(words.length(), LONGEST_HEAD); i++) {
            if (words.charAt(i) == ':' || words.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    private void end() {
        String answer = Stagecraft.tagged(String.join("\n", reply).strip());
        if (HerTags.showsSomething(answer)) {
            examples.add(new Example(String.join("\n", line).strip(), answer));
        }
        line.clear();
        reply.clear();
    }
}
