package dramatis.characters;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in a sentence what the YAML parser says in its own words. */
final class YamlSyntax {
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
        Optional<Place> tab = indentingTab(text, from.line(), at.line());
        if (tab.isPresent()) {
            return new YamlRefusal(tab.get(), "The line is indented with a tab; YAML wants spaces.");
        }
        if (context.contains("quoted scalar")) {
            return new YamlRefusal(
                    from,
                    problem.contains("escape")
                            ? "A backslash in this quoted text is not followed by what YAML knows; put the text under >-."
                            : "A quote that opens here is never closed; close it, or put the text under >-.");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new YamlRefusal(
                    at, "A colon and a space stand inside this text; put the text in quotes or under >-.");
        }
        if (problem.contains("could not find expected ':'")) {
            return new YamlRefusal(
                    from, "This line is neither a key with a colon nor part of a text; indent it below its key.");
        }
        if (problem.contains("cannot start any token")) {
            return new YamlRefusal(at, "A text cannot begin with this character; put the text in quotes or under >-.");
        }
        if (problem.contains("block end")) {
            return new YamlRefusal(at, "This line does not fit what is above it; indent it as its neighbours are.");
        }
        return new YamlRefusal(at, "This is not YAML here (" + problem + "); put the text in quotes or under >-.");
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
