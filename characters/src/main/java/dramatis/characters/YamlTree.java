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
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds values from the parser's events rather than from its node graph: the events come from an iterative parser, so
 * depth is ours to limit, and an alias is refused where it stands instead of being followed.
 */
final class YamlTree {
    /** A character's deepest text is a list's item's field. */
    private static final int DEEPEST = 8;

    private final Iterator<Event> events;

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
        refuseSpecials(event);
        if (event instanceof ScalarEvent scalar) {
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
                throw new YamlRefusal(place(next), "A key must be a plain word.");
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
