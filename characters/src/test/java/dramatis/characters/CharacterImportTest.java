package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dramatis.persona.Persona;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterImportTest {
    private static final Path COSER = Path.of("../../shared/scenes/coser_scenes.json");

    @TempDir
    Path folder;

    @Test
    void read_characterFile_isOneWithAnIdOfTheFilesName() throws IOException {
        Path file = Files.writeString(folder.resolve("My Ada.yaml"), "name: Ada\nprofile: A poet.\n");
        assertThat(read(file)).extracting(Persona::id).containsExactly("my-ada");
    }

    @Test
    void read_sceneFile_isOneForEachProfile() throws IOException {
        Path file = Files.write(folder.resolve("scenes.json"), SceneFileTest.sample());
        List<Persona> personas = read(file);
        assertThat(personas).extracting(Persona::id).containsExactly("zacharias-pym", "ada-odowd", "灯塔猫");
        assertThat(personas.get(0))
                .isEqualTo(new Persona(
                        "zacharias-pym",
                        "Zacharias Pym",
                        Optional.of("The Lamp Room"),
                        "He keeps the lamp, he says.",
                        "The keeper.",
                        "  Night. A lighthouse, rain on the panes.\n\nThe lamp is out.  ",
                        "I slept. \"Slept\"!",
                        List.of(),
                        List.of(),
                        "",
                        List.of()));
    }

    @Test
    void add_importedOnes_areReadBackFromTheFolder() throws IOException {
        Path file = Files.write(folder.resolve("scenes.json"), SceneFileTest.sample());
        List<Imported> imported = CharacterImport.read(file);
        Path target = folder.resolve("made/when/absent");
        imported.forEach(one -> CharacterFolder.add(target, one));
        CharacterFolder back = CharacterFolder.read(target);
        assertThat(back.problems()).isEmpty();
        assertThat(back.characters()).containsExactlyInAnyOrderElementsOf(read(file));
    }

    @Test
    void add_existingFile_isLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("ada.yaml"), "name: Ada\nprofile: A poet.\n");
        Imported other = CharacterImport.read(file).get(0);
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> CharacterFolder.add(folder, other)))
                .hasMessageEndingWith("There is such a file already; move it away first.");
        assertThat(file).hasContent("name: Ada\nprofile: A poet.\n");
    }

    @Test
    void read_sceneCharacterWithoutAnyProfile_isNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.json"), "[{\"character_profiles\": {\"Ada\": \"\", \"Bob\": \"x\"}}]");
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> CharacterImport.read(file)))
                .hasMessage(file + " (Ada): profile: The key is missing; say who the character is.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            card.json | {"spec": "chara_card_v2"} | name: The card does not say what the character is called
            card.png | \u0089PNG.... | The PNG is damaged at its beginning
            card.charx | PK.... | A .charx or zip file is not read by this version
            notes.txt | hello | The file is neither a character file (its name would end in .yaml)
            none.json | [] | No scene in the file has character_profiles; name another file.
            """)
    void read_otherFile_saysWhatIsRead(String name, String content, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> CharacterImport.read(file)))
                .hasMessageContaining(sentence);
    }

    @Test
    void read_coser_givesEachOfItsCharacters() {
        assumeTrue(Files.exists(COSER), "the CoSER test set is not here");
        assertThat(read(COSER)).hasSize(56).extracting(Persona::id).doesNotHaveDuplicates();
    }

    private static List<Persona> read(Path file) {
        return CharacterImport.read(file).stream().map(Imported::persona).toList();
    }
}
