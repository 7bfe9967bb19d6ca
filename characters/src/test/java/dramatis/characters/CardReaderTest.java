package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dramatis.persona.Persona;
import dramatis.persona.Persona.Example;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardReaderTest {
    private static Persona persona(String sample) {
        return SampleCards.read(SampleCards.json(sample)).persona();
    }

    /** A V2 card with a name, a description and some other fields. */
    private static Persona card(String fields) {
        return SampleCards.read("{'spec':'chara_card_v2','data':{'name':'Ada','description':'d',%s}}"
                        .replace('\'', '"')
                        .formatted(fields.replace('\'', '"')))
                .persona();
    }

    @Test
    void read_v1_hasItsFieldsAtTheTop() {
        assertThat(persona("v1"))
                .isEqualTo(new Persona(
                        "old-marrow",
                        "Old Marrow",
                        Optional.empty(),
                        "{{char}} digs graves in a parish that the sea is eating. He counts the rows left.\n\n"
                                + "dry, patient, superstitious about gulls",
                        "",
                        "The churchyard at low tide. {{user}} has come about a headstone.",
                        "",
                        List.of("<role_action>He leans on the spade.</role_action>"
                                + " \"You're late, {{user}}. Row nine went in the night.\""),
                        List.of(
                                new Example(
                                        "{{user}}: Whose is this one?",
                                        "<role_action>spits</role_action> Mine, if the wind holds."),
                                new Example(
                                        "{{user}}: Are you not afraid?",
                                        "Of what? They're quiet neighbours.\nQuieter than the gulls.")),
                        "",
                        List.of()));
    }

    @Test
    void read_instructions_endTheProfileWithoutTheOriginal() {
        assertThat(persona("sillytavern").profile())
                .endsWith("precise, impatient, kind in secret\n\nKeep {{char}}'s sentences short.\n\n"
                        + "Never let {{char}} explain a clock.");
        assertThat(card("'system_prompt':'First. {{ORIGINAL}} Second.','post_history_instructions':'{{original}}'")
                        .profile())
                .isEqualTo("d\n\nFirst.\n\nSecond.");
    }

    @Test
    void read_v3_nicknameIsTheCharactersPlaceholder() {
        Persona red = persona("v3");
        assertThat(red.name()).isEqualTo("Rosalind \"Red\" Achterberg");
        assertThat(red.scene()).isEqualTo("The barge leaves Red's lock at dawn.");
        assertThat(red.greetings())
                .containsExactly(
                        "<role_action>Red throws a rope.</role_action> Catch, or swim.",
                        "<role_action>asleep on the mailbags</role_action> Mind the fragile ones.",
                        "<role_action>rings the bell</role_action> All of you, aboard!");
        assertThat(red.examples())
                .containsExactly(
                        new Example(
                                "{{user}}: You read my letter!",
                                "<role_action>folds it again</role_action> Only twice. {{user}} writes well."),
                        new Example("{{user}}: That is theft.", "That is post."));
    }

    @Test
    void read_chinese_placeholdersAndColonsOfAnyKind() {
        Persona su = persona("chinese");
        assertThat(su.id()).isEqualTo("苏晚棠");
        assertThat(su.profile()).contains("从不先问{{user}}的名字");
        assertThat(su.examples())
                .containsExactly(
                        new Example("{{user}}：这灯笼多少钱？", "<role_action>摇头</role_action> 这一盏不卖。"),
                        new Example("{{user}}：为什么？", "因为有人还没回来。"));
    }

    @Test
    void read_hersExtension_hasPlacesOfItsOwn() {
        Persona emil = persona("her");
        assertThat(emil.book()).contains("The Far Bank");
        assertThat(emil.publicProfile()).isEqualTo("The clerk of the ferry, exact and grey.");
        assertThat(emil.thought()).isEqualTo("If she asks about page forty, {{char}} will have to lie.");
        assertThat(emil.avatar()).isEqualTo("A thin man in a grey coat, ink on his cuffs.");
        assertThat(emil.greetings().get(0)).startsWith("<role_thinking>Another one with questions.</role_thinking>");
        assertThat(emil.examples().get(0).line()).isEqualTo("Inspector: Where were you?");
    }

    @Test
    void read_sloppyCard_isUnderstood() {
        Persona seven = persona("sloppy");
        assertThat(seven.name()).isEqualTo("7");
        assertThat(seven.profile()).isEqualTo("Seven is a number\nthat got out.\n13\n\ncounts things");
        assertThat(seven.greetings())
                .containsExactly(
                        "<role_action>rolls in</role_action> Is it *my turn?", "Just the one greeting, as a text.");
        assertThat(seven.tags()).containsExactly("maths", "odd", "prime");
    }

    @Test
    void read_prose_isAnExampleWithoutALine() {
        assertThat(persona("chub").examples()).singleElement().satisfies(example -> {
            assertThat(example.line()).isEmpty();
            assertThat(example.reply()).startsWith("The old keeper never raises a voice. <role_action>A lamp");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {{user}}: a~{{char}}: b~c~{{user}}: d~Ada: e | {{user}}: a=b~c;{{user}}: d=e
            {{user}}: a~b~{{char}}: c~{{char}}: d        | {{user}}: a~b=c~d
            {{char}}: first~{{user}}: then~{{char}}: so  | =first;{{user}}: then=so
            Guard: who?~{{char}}: me                     | Guard: who?=me
            {{user}}: and nobody answers                 | ^^
            <START>~<START>~{{char}}: hm                 | =hm
            """)
    void read_examples_arePairs(String text, String pairs) {
        String read = card("'mes_example':'" + text.replace("~", "\\n") + "'").examples().stream()
                .map(e -> e.line() + "=" + e.reply())
                .collect(java.util.stream.Collectors.joining(";"));
        assertThat(read).isEqualTo(pairs == null ? "" : pairs.replace("~", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<USER>", "<user>", "{{User}}", "{{ user }}", "{{USER}}"})
    void read_placeholderOfAPerson_staysInStorage(String placeholder) {
        assertThat(card("'scenario':'With " + placeholder + ".'").scene()).isEqualTo("With {{user}}.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<BOT>", "<char>", "{{Char}}", "{{bot}}"})
    void read_placeholderOfTheCharacter_staysInStorage(String placeholder) {
        assertThat(card("'scenario':'With " + placeholder + ".'").scene()).isEqualTo("With {{char}}.");
    }

    @Test
    void read_controlCharactersAndLineEnds_areCleaned() {
        assertThat(card("'scenario':'a\\u0000\\r\\nb\\rc\\u001b[31m\\u0085'").scene())
                .isEqualTo("a\nb\nc[31m");
    }

    @Test
    void read_longTagsAndBlankGreetings_areLeftOut() {
        Persona ada = card("'tags':['ok','" + "x".repeat(61) + "',' '],'alternate_greetings':['','  ','hi']");
        assertThat(ada.tags()).containsExactly("ok");
        assertThat(ada.greetings()).containsExactly("hi");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"data":{"name":"A"}}                              | f: description: The card does not say who
            {"data":{"description":"A","name":" "}}            | f: name: The card does not say what
            {"name":"A","description":{}}                      | f: description: This is an object; it must be a text.
            {"name":"A","tags":[{}],"description":"d"}         | f: tags, item 1: This is an object; it must be a text.
            {"entries":{"0":{"key":["a"]}}}                    | f: This is a lorebook without a character
            {"hello":1}                                        | f: This JSON is no character card
            {"name":"A","description":                         | f:1:27: This is not JSON here
            {"name":"A"} {}                                    | f:1:14: This is not JSON here
            """)
    void read_whatIsNoCard_isNamed(String json, String sentence) {
        assertThat(catchThrowableOfType(
                        CharacterFileException.class,
                        () -> CharacterImport.read("f", json.getBytes(StandardCharsets.UTF_8))))
                .message()
                .startsWith(sentence)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name                     | 81    | 80
            description              | 32001 | 32000
            scenario                 | 16001 | 16000
            first_mes                | 8001  | 8000
            mes_example              | 8001  | 8000
            """)
    void read_textThatIsTooLong_namesTheCardsField(String field, int length, int most) {
        String json = "{\"name\":\"a\",\"description\":\"b\",\"%s\":\"%s\"}".formatted(field, "x".repeat(length));
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> SampleCards.read(json)))
                .hasMessageMatching("card: " + field + ": The text has " + length + " characters; " + most
                        + " are the most, so shorten it\\.");
    }

    @Test
    void notes_sayWhatWasReadAndWhatIsKept() {
        assertThat(SampleCards.read(SampleCards.json("sillytavern")).notes())
                .containsExactly(
                        "A character card V2 by m.halloran, version 1.3: a profile of 231 characters, a scene,"
                                + " 3 greetings, 1 example, 2 tags.",
                        "2 lorebook entries are kept for later; they are not used yet.",
                        "The creator's notes are kept for people to read; they are no part of the character.",
                        "Extensions of other programs are kept; they are not used: world, depth_prompt, regex_scripts.");
        assertThat(SampleCards.read(SampleCards.json("chub")).notes())
                .contains(
                        "1 lorebook entry is kept for later; it is not used yet.",
                        "1 tag too long or too many: kept in the card, not used.",
                        "Macros are not read and stand in the texts as they are: random.");
        assertThat(SampleCards.read(SampleCards.json("v3")).notes())
                .contains("3 assets are kept for later; they are not used yet.");
    }

    @Test
    void notes_creatorWithControlCharacters_isFitForATerminal() {
        assertThat(SampleCards.read("{\"name\":\"A\",\"description\":\"d\",\"creator\":\"\\u001b[31mX\"}")
                        .notes()
                        .get(0))
                .contains(" by \uFFFD[31mX: ");
    }
}
