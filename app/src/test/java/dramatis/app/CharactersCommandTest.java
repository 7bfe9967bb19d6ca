package dramatis.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.characters.CharacterCard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dramatis characters}, in this process. */
class CharactersCommandTest {
    private static final String CARD = """
            {"spec": "chara_card_v2", "spec_version": "2.0", "data": {"name": "Ilse Brandt", "description": "Mends clocks.",
              "creator": "m.h.", "first_mes": "*nods* Sit.", "character_book": {"entries": [{"keys": ["a"]}, {}]},
              "field_of_tomorrow": 1}}
            """;

    @TempDir
    Path directory;

    private Path card;

    /** What a run printed, and how it ended. */
    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void writeCard() throws IOException {
        card = Files.writeString(directory.resolve("card.json"), CARD);
    }

    @Test
    void import_card_saysWhatWasReadAndWhatIsKept() {
        var folder = directory.resolve("data/characters");
        assertThat(run("import", card.toString()))
                .isEqualTo(new Outcome(
                        0,
                        """
                        ilse-brandt: Ilse Brandt, in %s
                          A character card V2 by m.h.: a profile of 13 characters, 1 greeting.
                          2 lorebook entries are kept for later; they are not used yet.
                          The card itself is kept in %s
                        """.formatted(folder.resolve("ilse-brandt.yaml"), folder.resolve("ilse-brandt.card.json")),
                        ""));
        assertThat(run("show", "ilse").out()).contains("greeting: \"<role_action>nods</role_action> Sit.\"");
        var again = run("import", card.toString());
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).endsWith("There is such a file already; move it away first.\n");
    }

    @Test
    void export_afterAnEdit_hasTheCardAndTheEdit() throws IOException {
        run("import", card.toString());
        var file = directory.resolve("data/characters/ilse-brandt.yaml");
        Files.writeString(file, Files.readString(file).replace("Mends clocks.", "Breaks clocks."));
        var out = directory.resolve("out.json");
        assertThat(run("export", "ilse", out.toString()).out()).isEqualTo("ilse-brandt: Ilse Brandt, in " + out + "\n");
        var data = tree(out).path("data");
        assertThat(data.path("description").stringValue()).isEqualTo("Breaks clocks.");
        assertThat(data.path("first_mes").stringValue()).isEqualTo("*nods* Sit.");
        assertThat(data.path("character_book").path("entries")).hasSize(2);
        assertThat(data.path("field_of_tomorrow").intValue()).isEqualTo(1);
    }

    @Test
    void export_picture_isImportedElsewhere() {
        var out = directory.resolve("dracula.PNG");
        assertThat(run("export", "dracula", out.toString()).status()).isZero();
        assertThat(run("import", out.toString(), "--set", "CHARACTERS_DIR=" + directory.resolve("other"))
                        .out())
                .contains(
                        "count-dracula: Count Dracula", "A character card V3: a profile of", "count-dracula.card.png");
    }

    @Test
    void export_spec_isTheOneAskedForOrTheCards() throws IOException {
        var out = directory.resolve("out.json");
        run("export", "dracula", out.toString());
        assertThat(tree(out).path("spec").stringValue()).isEqualTo("chara_card_v2");
        run("export", "dracula", out.toString(), "--spec", "v3", "--force");
        assertThat(tree(out).path("spec").stringValue()).isEqualTo("chara_card_v3");
        assertThat(run("import", out.toString()).status()).isZero();
        run("export", "count-dracula", out.toString(), "--force");
        assertThat(tree(out).path("spec").stringValue()).isEqualTo("chara_card_v3");
    }

    @Test
    void export_existingFile_isOverwrittenByForceOnly() throws IOException {
        var out = Files.writeString(directory.resolve("out.yaml"), "mine ".repeat(9_000));
        assertThat(run("export", "dracula", out.toString()))
                .isEqualTo(new Outcome(1, "", "There is a file " + out + " already; name another, or add --force.\n"));
        assertThat(out).content().startsWith("mine ");
        assertThat(run("export", "dracula", out.toString(), "--force").status()).isZero();
        assertThat(out).content().startsWith("name: Count Dracula").doesNotContain("mine ");
    }

    @Test
    void export_toYaml_saysThatTheCardIsNotInIt() {
        run("import", card.toString());
        assertThat(run("export", "ilse", directory.resolve("i.yaml").toString()).out())
                .contains("a .json or .png has all");
    }

    @Test
    void export_whatCannotBeMeant_isUsage() {
        assertThat(run("export", "dracula", "x.txt"))
                .isEqualTo(new Outcome(2, "", "The file's ending says what to write: .yaml, .json or .png.\n"));
        assertThat(run("export", "dracula", "x.png", "--spec", "v2").status()).isEqualTo(2);
        assertThat(run("export", "dracula", "x.json", "--spec", "v1").status()).isEqualTo(2);
        assertThat(run("export", "nobody-at-all", "x.json").err()).contains("There is no character");
        assertThat(run("export", "dracula", directory.resolve("none/x.json").toString())
                        .err())
                .contains("cannot be written; check that its folder is there");
    }

    @Test
    void validate_card_namesItsCharacter() throws IOException {
        var bad = Files.writeString(directory.resolve("bad.json"), "{\"data\": {\"name\": \"Ada\"}}");
        var outcome = run("validate", card.toString(), bad.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo(card + ": Ilse Brandt\n");
        assertThat(outcome.err()).startsWith(bad + ": description: The card does not say who the character is");
    }

    @Test
    void export_card_isWhatTheLibraryReads() throws IOException {
        var out = directory.resolve("wren.png");
        run("export", "wren", out.toString());
        assertThat(CharacterCard.read("wren", Files.readAllBytes(out)).isPicture())
                .isTrue();
    }

    private Outcome run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new String[arguments.length + 1];
        all[0] = "characters";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var surroundings = new Surroundings(
                Map.of(),
                directory,
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        int status = Main.run(surroundings, all);
        return new Outcome(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static JsonNode tree(Path file) {
        return new JsonMapper().readTree(file.toFile());
    }
}
