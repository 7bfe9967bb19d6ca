package dramatis.characters;

import dramatis.characters.YamlValue.Field;
import dramatis.characters.YamlValue.Fields;
import dramatis.characters.YamlValue.Items;
import dramatis.characters.YamlValue.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds values from the parser's events rather than from its node graph: the events come from an iterative parser, so
 * depth is ours to limit, and an alias is refused where it stands instead of being followed.
 */
final class YamlTree {
    /** A character's deepest text is a list's item's field. */
    private static final int DEEPEST = 8;

    /** A character has a few hundred values at most; a file of 256 KiB can hold a hundred thousand. */
    private static final int MOST_VALUES = 5_000;

    private final Iterator<Event> events;
    private int values;

    private YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    /** The one document of a text; empty when there is none. */
    static Optional<YamlValue> parse(String text) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            return new YamlTree(new Parse(settings).parseString(text).iterator()).document();
        } catch (YamlEngineException e) {
            throw YamlSyntax.explain(text, e);
        }
    }

    private Optional<YamlValue> document() {
        events.next(); // the stream's start
        if (events.next().getEventId() == ID.StreamEnd) {
            return Optional.empty();
        }
        YamlValue value = value(events.next(), 0);
        events.next(); // the document's end
        Event after = events.next();
        if (after.getEventId() != ID.StreamEnd) {
            throw new YamlRefusal(place(after), "A second document begins here; put each character in its own file.");
        }
        return Optional.of(value);
    }

    private YamlValue value(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new YamlRefusal(place(event), "This is nested too deeply; a character has no such depth.");
        }
        if (++values > MOST_VALUES) {
            throw new YamlRefusal(place(event), "There are too many values; a character has no such number of them.");
        }
        refuseSpecials(event);
        if (event instanceof ScalarEvent scalar) {
            refuseComment(scalar);
            return new Text(place(event), scalar.getValue(), scalar.isPlain());
        }
        return event.getEventId() == ID.SequenceStart ? items(event, depth) : fields(event, depth);
    }

    private static void refuseSpecials(Event event) {
        if (event instanceof AliasEvent) {
            throw new YamlRefusal(
                    place(event),
                    "A text that begins with * refers to another one, which is not read here; put it in quotes or under >-.");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new YamlRefusal(
                    place(event),
                    "A text that begins with & marks a place, which is not read here; put it in quotes or under >-.");
        }
        if (event instanceof ScalarEvent scalar && scalar.getTag().isPresent()) {
            throw new YamlRefusal(
                    place(event),
                    "A text that begins with ! names a type, which is not read here; put it in quotes or under >-.");
        }
    }

    /** YAML drops what follows a # without a word, and {@code scene: Room #4} loses its number. */
    private static void refuseComment(ScalarEvent scalar) {
        if (scalar.isPlain()
                && scalar.getEndMark().map(YamlTree::isBeforeComment).orElse(false)) {
            throw new YamlRefusal(
                    place(scalar),
                    "A # in this line makes the rest a comment, which is not read; put the text in quotes or under >-,"
                            + " or the comment in a line of its own.");
        }
    }

    private static boolean isBeforeComment(Mark end) {
        int[] text = end.getBuffer();
        int next = end.getPointer();
        while (next < text.length && text[next] == ' ') {
            next++;
        }
        return next < text.length && text[next] == '#';
    }

    private Items items(Event start, int depth) {
        List<YamlValue> values = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != ID.SequenceEnd; next = events.next()) {
            values.add(value(next, depth + 1));
        }
        return new Items(place(start), List.copyOf(values));
    }

    private Fields fields(Event start, int depth) {
        List<Field> fields = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != ID.MappingEnd; next = events.next()) {
            if (!(value(next, depth + 1) instanceof Text key)) {
                throw new YamlRefusal(place(next), "A key must be a word such as name, followed by a colon.");
            }
            fields.add(new Field(key, value(events.next(), depth + 1)));
        }
        return new Fields(place(start), List.copyOf(fields));
    }

    private static Place place(Event event) {
        return event.getStartMark()
                .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.NONE);
    }
}
