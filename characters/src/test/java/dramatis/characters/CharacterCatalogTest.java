package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.persona.Persona;
import dramatis.persona.PersonaStore;
import dramatis.persona.PersonaStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharacterCatalogTest extends PersonaStoreContract {
    @TempDir
    Path folder;

    @Override
    protected PersonaStore store() {
        write("zoe.yaml", "name: Zoe\nprofile: A diver.\n");
        write("zz-adam.yaml", "name: Adam\nprofile: A gardener.\n");
        return CharacterCatalog.with(folder);
    }

    @Test
    void with_idOfABundledOne_takesItsPlace() {
        write("dracula.yaml", "name: Drac\nprofile: A bat.\n");
        CharacterCatalog catalog = CharacterCatalog.with(folder);
        assertThat(catalog.find("dracula")).map(Persona::name).contains("Drac");
        assertThat(catalog.list()).hasSize(12);
    }

    @Test
    void with_brokenFile_isAProblemAndTheOthersStay() {
        write("broken.yaml", "nam: Zoe\nprofile: A diver.\n");
        write("zoe.yaml", "name: Zoe\nprofile: A diver.\n");
        CharacterCatalog catalog = CharacterCatalog.with(folder);
        assertThat(catalog.list()).hasSize(13);
        assertThat(catalog.problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.file()).endsWith("broken.yaml"));
    }

    @Test
    void with_brokenFileOfABundledId_leavesTheBundledOne() {
        write("dracula.yaml", "name: [\n");
        CharacterCatalog catalog = CharacterCatalog.with(folder);
        assertThat(catalog.find("dracula")).map(Persona::name).contains("Count Dracula");
        assertThat(catalog.problems()).hasSize(1);
    }

    @Test
    void with_noSuchFolder_isAProblemAndTheCastStays() {
        CharacterCatalog catalog = CharacterCatalog.with(folder.resolve("absent"));
        assertThat(catalog.list()).hasSize(12);
        assertThat(catalog.problems())
                .singleElement()
                .extracting(CharacterProblem::sentence)
                .isEqualTo("There is no such folder; make it, or name another.");
    }

    @Test
    void with_yamlAndYmlOfOneId_isAProblem() {
        write("zoe.yaml", "name: Zoe\nprofile: A diver.\n");
        write("zoe.yml", "name: Other\nprofile: A diver.\n");
        CharacterCatalog catalog = CharacterCatalog.with(folder);
        assertThat(catalog.find("zoe")).map(Persona::name).contains("Zoe");
        assertThat(catalog.problems())
                .singleElement()
                .extracting(CharacterProblem::sentence)
                .isEqualTo("Another file here has the same id; rename one of them.");
    }

    @Test
    void with_otherFilesAndFolders_areNotLookedAt() throws IOException {
        write("README.md", "hello");
        write(".hidden.yaml", "x");
        Files.createDirectory(folder.resolve("more.yaml.d"));
        assertThat(CharacterCatalog.with(folder).problems()).isEmpty();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
