package dramatis.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.characters.CharacterCatalog;
import dramatis.djl.DjlEngine;
import dramatis.djl.EngineOptions;
import dramatis.message.Segment;
import dramatis.persona.Persona;
import dramatis.turn.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's example: Dramatis as a library. */
class LibraryUseTest {
    private static final Path CHECKPOINT = Path.of("../inference/djl/src/test/resources/checkpoints/qwen3-tiny");

    @Test
    void rehearsal_overAModelDirectory_givesTypedSegments() {
        List<Segment> reply = reply(CHECKPOINT);
        assertThat(reply)
                .first()
                .isInstanceOfSatisfying(
                        Segment.Hidden.class, plan -> assertThat(plan.kind()).isEqualTo(Segment.Hidden.Kind.PLAN));
        assertThat(reply.get(0).text()).isNotBlank();
    }

    @Test
    void readme_showsThisCode() throws IOException {
        List<String> source = Files.readAllLines(Path.of("src/test/java/dramatis/app/LibraryUseTest.java"));
        int begin = source.indexOf("        // the example");
        String example = source.subList(begin + 1, source.indexOf("        // its end")).stream()
                .map(line -> line.substring(Math.min(8, line.length())))
                .collect(joining("\n"));
        assertThat(Files.readString(Path.of("../README.md"))).contains(example);
    }

    private static List<Segment> reply(Path directory) {
        List<Segment> said = new ArrayList<>();
        // the example
        try (DjlEngine engine = DjlEngine.load(EngineOptions.of(directory))) {
            Persona wren = CharacterCatalog.bundled().find("wren-hollowell").orElseThrow();
            Rehearsal rehearsal = new Rehearsal(engine, wren, "Bo");
            for (Segment segment : rehearsal.say("Good evening. What is that light?")) {
                said.add(segment); // Visible (speech, action) or Hidden (plan, thought)
            }
        }
        // its end
        return said;
    }
}
