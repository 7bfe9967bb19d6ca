package dramatis.characters;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dramatis.persona.CharacterFiles.Brought;
import dramatis.persona.CharacterFiles.Format;
import dramatis.persona.CharacterRefusal;
import dramatis.persona.Persona;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortableCharactersTest {
    private final PortableCharacters files = new PortableCharacters();

    @ParameterizedTest
    @EnumSource(Format.class)
    void read_whatWasWritten_isTheSameCharacter(Format format) {
        Persona dracula = CharacterCatalog.bundled().find("dracula").orElseThrow();

        byte[] content = files.write(dracula, format);
        Brought brought = files.read("count." + format.ending(), content).get(0);

        assertThat(brought.persona().withId("dracula")).isEqualTo(dracula);
        assertThat(brought.leftOut()).isEmpty();
    }

    @Test
    void read_cardWithMore_saysWhatIsLeftOut() {
        String card = """
                {"spec": "chara_card_v2", "spec_version": "2.0", "data": {
                    "name": "Wren", "description": "A bird.", "creator_notes": "Be kind.",
                    "character_book": {"entries": [{"keys": ["nest"], "content": "Moss."}]},
                    "extensions": {"depth_prompt": {"prompt": "Sing."}, "fav": true}}}
                """;

        Brought wren = files.read("wren.json", card.getBytes(UTF_8)).get(0);

        assertThat(wren.persona().name()).isEqualTo("Wren");
        assertThat(wren.leftOut())
                .containsExactly("1 lorebook entry", "the creator's notes", "extensions (depth_prompt)");
    }

    @Test
    void read_sceneFile_isOneForEachProfile() throws IOException {
        assertThat(files.read("scenes.json", SceneFileTest.sample()))
                .extracting(brought -> brought.persona().name())
                .hasSize(3)
                .contains("Zacharias Pym");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MZ", "PK\u0003\u0004", "{", "[[[[", "{\"spec\": 1}", "\u0089PNG\r\n\u001a\n"})
    void read_whatIsNoCharacter_endsInOneSentence(String content) {
        for (String name : List.of("x.png", "x.json", "x.yaml", "../../x", "")) {
            CharacterRefusal refusal =
                    catchThrowableOfType(CharacterRefusal.class, () -> files.read(name, content.getBytes(ISO_8859_1)));
            assertThat(refusal).as(name).isNotNull();
            assertThat(refusal.sentence()).hasSizeLessThan(500).doesNotContain("\n");
        }
    }

    @Test
    void write_characterThatCannotBeACard_isRefused() {
        Persona bare = CharacterFile.read("x.yaml", "x", "name: X\nprofile: y\n".getBytes(UTF_8));
        Persona empty = new Persona("x", bare.name(), bare.book(), "", "", "", "", List.of(), List.of(), "", List.of());

        CharacterRefusal refusal = catchThrowableOfType(CharacterRefusal.class, () -> files.write(empty, Format.JSON));

        assertThat(refusal.sentence()).contains("who the character is");
    }
}
