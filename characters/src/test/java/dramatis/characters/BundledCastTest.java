package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.persona.Persona;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledCastTest {
    static List<Persona> cast() {
        return CharacterCatalog.bundled().list();
    }

    @Test
    void bundled_all_areTwelveWithoutProblems() {
        assertThat(cast())
                .extracting(Persona::name)
                .containsExactly(
                        "Biscuit",
                        "Captain Nemo",
                        "Cheshire Cat",
                        "Count Dracula",
                        "Elizabeth Bennet",
                        "Long John Silver",
                        "Odalys Brink",
                        "Professor Aurelius Quill",
                        "Scheherazade",
                        "Sherlock Holmes",
                        "Sun Wukong",
                        "Wren Hollowell");
        assertThat(CharacterCatalog.bundled().problems()).isEmpty();
    }

    @Test
    void index_namesEveryFile() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(BundledCast.class.getResource("index.txt"))
                        .toURI())
                .resolveSibling(".");
        try (Stream<Path> files = Files.list(folder.normalize())) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")).map(CharacterFile::stem))
                    .containsExactlyInAnyOrderElementsOf(BundledCast.ids());
        }
    }

    @ParameterizedTest
    @MethodSource("cast")
    void bundled_each_isComplete(Persona persona) {
        assertThat(persona.profile()).hasSizeBetween(500, 1500);
        assertThat(persona.publicProfile()).isNotBlank();
        assertThat(persona.scene()).isNotBlank();
        assertThat(persona.thought()).isNotBlank();
        assertThat(persona.greetings()).hasSize(3);
        assertThat(persona.examples()).hasSize(3);
        assertThat(persona.avatar()).isNotBlank();
        assertThat(persona.tags()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("cast")
    void bundled_eachText_isOneLineWithoutDoubledOrEdgeSpaces(Persona persona) {
        assertThat(texts(persona)).allSatisfy(text -> {
            assertThat(text).doesNotContain("\n", "  ", "\t").isEqualTo(text.strip());
        });
    }

    @ParameterizedTest
    @MethodSource("cast")
    void bundled_eachGreeting_opensWithAnActionAndHidesNothing(Persona persona) {
        assertThat(persona.greetings()).allSatisfy(greeting -> {
            assertThat(greeting).startsWith("<role_action>").doesNotContain("<role_thinking>");
            assertThat(HerTags.problem(greeting)).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("cast")
    void bundled_eachExample_isSaidBySomebodyElse(Persona persona) {
        assertThat(persona.examples()).allSatisfy(example -> {
            assertThat(example.line()).contains(": ").doesNotStartWith(persona.name() + ":");
            assertThat(HerTags.problem(example.reply())).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("cast")
    void write_eachBundled_isReadBackEqual(Persona persona) {
        byte[] written = CharacterWriter.write(persona).getBytes(StandardCharsets.UTF_8);
        assertThat(CharacterFile.read("written", persona.id(), written)).isEqualTo(persona);
    }

    private static Stream<String> texts(Persona persona) {
        return Stream.of(
                        Stream.of(
                                persona.profile(),
                                persona.publicProfile(),
                                persona.scene(),
                                persona.thought(),
                                persona.avatar()),
                        persona.greetings().stream(),
                        persona.examples().stream().flatMap(e -> Stream.of(e.line(), e.reply())),
                        persona.tags().stream())
                .flatMap(texts -> texts);
    }
}
