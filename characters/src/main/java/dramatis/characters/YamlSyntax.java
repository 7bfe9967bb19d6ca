package dramatis.characters;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in a sentence what the YAML parser says in its own words. */
final class YamlSyntax {
    private static final String BACKSLASH =
            "A backslash in this quoted text is not followed by what YAML knows; put the text under >-.";
    private static final String UNCLOSED_QUOTE =
            "A quote that opens here is never closed; close it, or put the text under >-.";
    private static final String EARLY_QUOTE =
            "The quote before this ends the text too early; put the text under >- instead of in quotes.";
    private static final String SPECIAL_START =
            "A text cannot begin with this character; put the text in quotes or under >-,"
                    + " and an action between <role_action> and </role_action>.";
    private static final String NOT_A_KEY =
            "This line is neither a key with a colon and a space nor part of a text; write it as one of them,"
                    + " a text indented below its key.";
    private static final String MISFIT = "This does not fit what is above it; indent it as its neighbours are.";

    private YamlSyntax() {}

    static YamlRefusal explain(String text, YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked) {
            return explainMarked(text, marked);
        }
        if (e instanceof ReaderException reader) {
            // its position is where its buffer stood, so the character is looked for
            int index = Math.max(0, text.indexOf(new String(Character.toChars(reader.getCodePoint()))));
            return new YamlRefusal(
                    Place.at(text, index), "A control character stands here that YAML does not allow; delete it.");
        }
        return new YamlRefusal(Place.NONE, "This is not YAML; compare it with one of the bundled characters.");
    }

    private static YamlRefusal explainMarked(String text, MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        String context = String.valueOf(e.getContext());
        Place at = place(e.getProblemMark());
        Place from = e.getContextMark().isPresent() ? place(e.getContextMark()) : at;
        String line = text.lines().skip(Math.max(0, at.line() - 1)).findFirst().orElse("");
        Optional<Place> tab = indentingTab(text, from.line(), at.line());
        if (tab.isPresent()) {
            return new YamlRefusal(tab.get(), "The line is indented with a tab; YAML wants spaces.");
        }
        if (context.contains("quoted scalar")) {
            return new YamlRefusal(from, problem.contains("escape") ? BACKSLASH : UNCLOSED_QUOTE);
        }
        if (context.contains("alias") || context.contains("anchor")) {
            return new YamlRefusal(from, SPECIAL_START);
        }
        if (problem.contains("cannot start any token")) {
            return new YamlRefusal(at, SPECIAL_START);
        }
        if (problem.contains("mapping values are not allowed")) {
            return strayColon(at, line);
        }
        if (problem.contains("could not find expected ':'")) {
            return new YamlRefusal(from, NOT_A_KEY);
        }
        if (problem.startsWith("expected ',' or")) {
            return new YamlRefusal(from, "A bracket that opens here is never closed; close it.");
        }
        if (problem.contains("block end") || problem.contains("document start")) {
            String before =
                    line.substring(0, Math.min(line.length(), at.column() - 1)).stripTrailing();
            boolean afterQuote = before.endsWith("'") || before.endsWith("\"");
            return new YamlRefusal(at, afterQuote ? EARLY_QUOTE : MISFIT);
        }
        return new YamlRefusal(at, "This is not YAML here (" + Quoted.cut(problem) + "); put the text under >-.");
    }

    /** The colon of a key is only stray because of the line above it, or of its own indentation. */
    private static YamlRefusal strayColon(Place at, String line) {
        String before = line.substring(0, Math.min(line.length(), at.column() - 1));
        if (CharacterKey.of(before.strip()).isEmpty()) {
            return new YamlRefusal(
                    at, "A colon and a space stand inside this text; put the text in quotes or under >-.");
        }
        return before.startsWith(" ")
                ? new YamlRefusal(new Place(at.line(), 1), MISFIT)
                : new YamlRefusal(new Place(at.line() - 1, 1), NOT_A_KEY);
    }

    private static Optional<Place> indentingTab(String text, int first, int last) {
        String[] lines = text.split("\n", -1);
        for (int line = Math.max(1, first); line <= Math.min(last, lines.length); line++) {
            int tab = lines[line - 1].indexOf('\t');
            if (tab >= 0 && lines[line - 1].substring(0, tab).isBlank()) {
                return Optional.of(new Place(line, tab + 1));
            }
        }
        return Optional.empty();
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.NONE);
    }
}
