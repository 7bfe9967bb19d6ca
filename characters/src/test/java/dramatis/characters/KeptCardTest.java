package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dramatis.persona.Persona;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The card beside a character's file. */
class KeptCardTest {
    @TempDir
    Path folder;

    @Test
    void add_card_isKeptBesideTheCharacter() throws IOException {
        Imported v3 = SampleCards.read(SampleCards.json("v3"));
        assertThat(CharacterFolder.add(folder, v3))
                .containsExactly(
                        folder.resolve("rosalind-red-achterberg.yaml"),
                        folder.resolve("rosalind-red-achterberg.card.json"));
        assertThat(Files.readAllBytes(folder.resolve("rosalind-red-achterberg.card.json")))
                .isEqualTo(SampleCards.json("v3"));
        CharacterCatalog catalog = CharacterCatalog.with(folder);
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.find("rosalind-red-achterberg")).contains(v3.persona());
    }

    @Test
    void add_characterWithoutACard_isOneFile() {
        Imported plain = new Imported(persona("ada"), Optional.empty(), List.of());
        assertThat(CharacterFolder.add(folder, plain)).containsExactly(folder.resolve("ada.yaml"));
        assertThat(CharacterFolder.card(folder, "ada")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".yaml", ".yml", ".card.json", ".card.png"})
    void add_whereAFileOfThatNameIs_writesNothing(String ending) throws IOException {
        Path file = Files.writeString(folder.resolve("苏晚棠" + ending), "mine");
        Imported chinese = SampleCards.read(SampleCards.json("chinese"));
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> CharacterFolder.add(folder, chinese)))
                .hasMessage(file + ": There is such a file already; move it away first.");
        assertThat(folder.toFile().list()).hasSize(1);
        assertThat(file).hasContent("mine");
    }

    @Test
    void add_characterThatCannotBeWritten_leavesNoCard() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("苏晚棠.yaml"), folder.resolve("nowhere/x.yaml"));
        Imported chinese = SampleCards.read(SampleCards.json("chinese"));
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> CharacterFolder.add(folder, chinese)))
                .hasMessage(link + ": There is such a file already; move it away first.");
        assertThat(folder.toFile().list()).containsExactly("苏晚棠.yaml");
    }

    @Test
    void card_withoutItsCharacter_isNobodys() throws IOException {
        Files.write(folder.resolve("dracula.card.json"), SampleCards.json("v1"));
        assertThat(CharacterFolder.card(folder, "dracula")).isEmpty();
        Files.writeString(folder.resolve("dracula.yml"), "name: D\nprofile: p\n");
        assertThat(CharacterFolder.card(folder, "dracula")).isPresent();
    }

    @Test
    void card_damagedSince_isRefusedByName() throws IOException {
        Files.writeString(folder.resolve("ada.yaml"), "name: Ada\nprofile: p\n");
        Path file = Files.writeString(folder.resolve("ada.card.json"), "{");
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> CharacterFolder.card(folder, "ada")))
                .hasMessageStartingWith(file + ":1:2: This is not JSON here");
    }

    @Test
    void card_isShownToPeople() {
        CharacterCard card =
                SampleCards.read(SampleCards.json("sillytavern")).card().orElseThrow();
        assertThat(card.creator()).isEqualTo("m.halloran");
        assertThat(card.version()).isEqualTo("1.3");
        assertThat(card.creatorNotes()).isEqualTo("Best with a low temperature.");
        assertThat(card.spec()).contains(CardSpec.V2);
        assertThat(SampleCards.read(SampleCards.json("v1")).card().orElseThrow().spec())
                .isEmpty();
    }

    @Test
    void source_isACopy() {
        byte[] given = SampleCards.json("v1");
        CharacterCard card = CharacterCard.read("f", given);
        given[0] = 0;
        card.source()[0] = 0;
        assertThat(card.source()).isEqualTo(SampleCards.json("v1"));
    }

    @Test
    void read_uploadWithAnyName_isTheSame() {
        for (String name : new String[] {"", "a\0b", "..\\..\\x.json", "con:", "x".repeat(5_000)}) {
            assertThat(CharacterImport.read(name, SampleCards.json("v1"))
                            .get(0)
                            .persona()
                            .id())
                    .isEqualTo("old-marrow");
        }
        assertThat(CharacterImport.read("a\0/b\\C d.yaml", "name: A\nprofile: p".getBytes(StandardCharsets.UTF_8))
                        .get(0)
                        .persona()
                        .id())
                .isEqualTo("c-d");
    }

    private static Persona persona(String id) {
        return new Persona(id, "Ada", Optional.empty(), "p", "", "", "", List.of(), List.of(), "", List.of());
    }
}
