package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.her.Display;
import dramatis.her.HerParser;
import dramatis.her.HerParser.Start;
import dramatis.message.Segment;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code dramatis parse}: replies in, their segments out. */
@Command(
        name = "parse",
        description = {
            "Tells replies' plans, thoughts, actions and speech apart.",
            "Reads lines of JSON {\"raw\": \"…\", \"prefilled\": true|false, \"name\": \"the character's, optional\", "
                    + "\"others\": [\"Name\", …]} and prints for each a line of JSON {\"segments\": [{\"kind\": "
                    + "\"plan|thought|action|speech\", \"text\": \"…\"}], \"visible\": \"…\"}.",
            "prefilled: the reply begins inside the plan, whose opening tag was given to the model."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ParseCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    ParseCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        return new JsonLines(surroundings).answer(ParseCommand::parsed);
    }

    private static JsonNode parsed(JsonNode line) {
        var fields = new JsonFields(line);
        var name = fields.optionalText("name").orElse("");
        var start = fields.flag("prefilled") ? Start.IN_PLAN : Start.OPEN;
        var options = HerParser.Options.of(start, name, fields.texts("others"));
        var segments = HerParser.parse(fields.text("raw"), options);
        var answer = Json.object();
        var list = answer.putArray("segments");
        segments.forEach(segment -> list.addObject().put("kind", kind(segment)).put("text", segment.text()));
        return answer.put("visible", Display.text(segments, name));
    }

    private static String kind(Segment segment) {
        var kind = segment instanceof Segment.Visible visible
                ? visible.kind().name()
                : ((Segment.Hidden) segment).kind().name();
        return kind.toLowerCase(Locale.ROOT);
    }
}
