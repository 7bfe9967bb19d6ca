package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.persona.Persona;
import dramatis.persona.Persona.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What comes in goes out again: as a character, and as a tree of JSON. */
class CardRoundTripTest {
    private static final Set<String> KNOWN = Set.of(
            "spec",
            "spec_version",
            "data",
            "name",
            "description",
            "personality",
            "scenario",
            "first_mes",
            "mes_example",
            "creator_notes",
            "system_prompt",
            "post_history_instructions",
            "alternate_greetings",
            "group_only_greetings",
            "tags",
            "creator",
            "character_version");

    @TempDir
    Path folder;

    static List<Persona> cast() {
        return CharacterCatalog.bundled().list();
    }

    static List<String> samples() {
        return SampleCards.names();
    }

    @ParameterizedTest
    @MethodSource("cast")
    void export_bundled_isImportedEqual(Persona persona) {
        exports(persona, Optional.empty())
                .forEach(file -> assertThat(again(persona.id(), file)).isEqualTo(persona));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void export_importedCard_isImportedEqual(String name) {
        Imported first = SampleCards.read(SampleCards.json(name));
        exports(first.persona(), first.card()).forEach(file -> {
            Imported second = SampleCards.read(file);
            assertThat(second.persona()).isEqualTo(first.persona());
            assertThat(unknown(second)).isEqualTo(unknown(first));
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void export_cardKeptInAFolder_isImportedEqual(String name) {
        byte[] png = SampleCards.png(
                SampleCards.tEXt("Comment", SampleCards.latin("by hand")),
                SampleCards.tEXt("ccv3", SampleCards.base64(SampleCards.json(name))));
        for (byte[] file : List.of(SampleCards.json(name), png)) {
            Path here = folder.resolve(String.valueOf(file.length));
            Imported first = SampleCards.read(file);
            List<Path> written = CharacterFolder.add(here, first);
            assertThat(written).hasSize(2);
            assertThat(written.get(1)).hasBinaryContent(file);
            CharacterFolder read = CharacterFolder.read(here);
            assertThat(read.problems()).isEmpty();
            assertThat(read.characters()).containsExactly(first.persona());
            Optional<CharacterCard> kept =
                    CharacterFolder.card(here, first.persona().id());
            exports(read.characters().get(0), kept)
                    .forEach(out -> assertThat(unknown(SampleCards.read(out))).isEqualTo(unknown(first)));
        }
    }

    @Test
    void export_cardThatNobodyChanged_isTheSameTree() {
        for (String name : List.of("sillytavern", "chub", "her")) {
            Imported first = SampleCards.read(SampleCards.json(name));
            byte[] again = CharacterExport.json(first.persona(), first.card(), CardSpec.V2);
            assertThat(tree(SampleCards.read(again))).as(name).isEqualTo(tree(first));
        }
        Imported v3 = SampleCards.read(SampleCards.json("v3"));
        byte[] again = CharacterExport.json(v3.persona(), v3.card(), CardSpec.V3);
        assertThat(tree(SampleCards.read(again))).isEqualTo(tree(v3));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void export_changedCharacter_isImportedAsChanged(String name) {
        Imported first = SampleCards.read(SampleCards.json(name));
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 60; i++) {
            Persona changed = changed(random, first.persona());
            CardSpec spec = i % 2 == 0 ? CardSpec.V2 : CardSpec.V3;
            byte[] file = CharacterExport.json(changed, first.card(), spec);
            assertThat(again(changed.id(), file)).isEqualTo(spelled(changed, first));
            assertThat(book(SampleCards.read(file))).isEqualTo(book(first));
        }
    }

    @Test
    void export_thoughts_areNotShownToOtherPrograms() {
        Persona quill = CharacterCatalog.bundled().find("wren-hollowell").orElseThrow();
        assertThat(quill.examples().toString()).contains("A lamp left burning");
        JsonNode data = tree(SampleCards.read(CharacterExport.json(quill, Optional.empty(), CardSpec.V2)))
                .path("data");
        assertThat(data.path("mes_example").stringValue())
                .startsWith("<START>\nTobias: do you have a room for the night\n{{char}}: *runs a thumb along")
                .doesNotContain("<role_", "A lamp left burning");
    }

    @Test
    void import_greetingChangedElsewhere_winsOverOurs() {
        Persona ada = new Persona(
                "ada",
                "Ada",
                Optional.empty(),
                "p",
                "",
                "",
                "",
                List.of("<role_thinking>No.</role_thinking>Yes."),
                List.of(),
                "",
                List.of());
        byte[] file = CharacterExport.json(ada, Optional.empty(), CardSpec.V2);
        assertThat(again("ada", file)).isEqualTo(ada);
        ObjectNode tree = tree(SampleCards.read(file)).deepCopy();
        ((ObjectNode) tree.path("data")).put("first_mes", "Perhaps. *shrugs*");
        assertThat(SampleCards.read(CardJson.inLines(tree)).persona().greetings())
                .containsExactly("Perhaps. <role_action>shrugs</role_action>");
    }

    /** As both JSONs and as a picture. */
    private static Stream<byte[]> exports(Persona persona, Optional<CharacterCard> kept) {
        return Stream.of(
                CharacterExport.json(persona, kept, CardSpec.V2),
                CharacterExport.json(persona, kept, CardSpec.V3),
                CharacterExport.png(persona, kept));
    }

    private static Persona again(String id, byte[] file) {
        Persona p = SampleCards.read(file).persona();
        return new Persona(
                id,
                p.name(),
                p.book(),
                p.profile(),
                p.publicProfile(),
                p.scene(),
                p.thought(),
                p.greetings(),
                p.examples(),
                p.avatar(),
                p.tags());
    }

    /** Some texts exchanged for awkward ones. */
    private static Persona changed(Random random, Persona p) {
        return new Persona(
                p.id(),
                random.nextBoolean() ? p.name() : "Name " + random.nextInt(9),
                random.nextBoolean() ? p.book() : Optional.of("A Book"),
                random.nextBoolean() ? p.profile() : text(random) + "p",
                random.nextBoolean() ? p.publicProfile() : text(random),
                random.nextBoolean() ? p.scene() : text(random),
                random.nextBoolean() ? p.thought() : text(random),
                random.nextBoolean()
                        ? p.greetings()
                        : Stream.generate(() -> text(random) + "g").limit(3).toList(),
                random.nextBoolean()
                        ? p.examples()
                        : Stream.generate(() -> new Example(text(random), text(random) + "r"))
                                .limit(3)
                                .toList(),
                random.nextBoolean() ? p.avatar() : text(random),
                random.nextBoolean() ? p.tags() : List.of("one", "two, three"));
    }

    private static String text(Random random) {
        String[] pieces = {
            "word",
            " ",
            "*",
            "*waves*",
            "**",
            "\n",
            "\n\n",
            "{{user}}",
            "{{user}}: ",
            "{{char}}",
            "{{char}}: ",
            ": ",
            "<role_action>x</role_action>",
            "<role_thinking>y</role_thinking>",
            "<role_speech>z</role_speech>",
            "孙",
            "😀",
            "\"",
            "\\",
            "{{random:a}}",
            "<3",
            "a: b"
        };
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(9); n > 0; n--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString().strip();
    }

    /** In a card with a nickname the name is spelt out, for there the placeholder is the nickname. */
    private static Persona spelled(Persona p, Imported card) {
        return card.card().orElseThrow().tree().note("nickname").isEmpty() ? p : map(p);
    }

    private static Persona map(Persona p) {
        return new Persona(
                p.id(),
                p.name(),
                p.book(),
                p.profile().replace("{{char}}", p.name()),
                p.publicProfile().replace("{{char}}", p.name()),
                p.scene().replace("{{char}}", p.name()),
                p.thought().replace("{{char}}", p.name()),
                p.greetings().stream().map(g -> g.replace("{{char}}", p.name())).toList(),
                p.examples().stream()
                        .map(e -> new Example(
                                e.line().replace("{{char}}", p.name()),
                                e.reply().replace("{{char}}", p.name())))
                        .toList(),
                p.avatar().replace("{{char}}", p.name()),
                p.tags());
    }

    private static ObjectNode tree(Imported imported) {
        return imported.card().orElseThrow().tree().root();
    }

    private static JsonNode book(Imported imported) {
        JsonNode book = imported.card().orElseThrow().tree().node("character_book");
        return book.isNull() ? tree(imported).path("none") : book;
    }

    /** All that no character has a place for, the top's and the data's. */
    private static List<JsonNode> unknown(Imported imported) {
        ObjectNode top = tree(imported).deepCopy().without(KNOWN);
        ObjectNode data = (tree(imported).path("data") instanceof ObjectNode node ? node : tree(imported))
                .deepCopy()
                .without(KNOWN);
        data.removeIf(value -> value.isNull() || (value.isContainer() && value.isEmpty()));
        return tree(imported).path("data").isObject() && !isOld(imported) ? List.of(top, data) : List.of(top);
    }

    /** What V1 has at the top stays there. */
    private static boolean isOld(Imported imported) {
        return tree(imported).has("metadata");
    }
}
