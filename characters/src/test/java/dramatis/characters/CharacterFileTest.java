package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dramatis.persona.Persona;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterFileTest {
    private static final String ADA = "name: Ada\nprofile: A poet.\n";

    @Test
    void read_everyKey_isWhatWasWritten() {
        Persona persona = read("""
                # who she is
                name: Ada
                from: The Engine
                profile: >-
                  A poet
                  of numbers.
                public_profile: 'It''s Ada.'
                scene: |
                  Rain.

                  More rain.
                thought: "Three: \\"two\\""
                greeting: <role_action>waves</role_action> Hello <3
                alternates: [Yes?, No?]
                examples:
                  - line: "Bob: hi"
                    reply: Hello, Bob.
                avatar: A woman.
                tags:
                  - 1843
                  - true
                """);
        assertThat(persona)
                .isEqualTo(new Persona(
                        "ada",
                        "Ada",
                        Optional.of("The Engine"),
                        "A poet of numbers.",
                        "It's Ada.",
                        "Rain.\n\nMore rain.\n",
                        "Three: \"two\"",
                        List.of("<role_action>waves</role_action> Hello <3", "Yes?", "No?"),
                        List.of(new Persona.Example("Bob: hi", "Hello, Bob.")),
                        "A woman.",
                        List.of("1843", "true")));
    }

    @Test
    void read_nameAndProfileAlone_isEnough() {
        assertThat(read(ADA)).extracting(Persona::name, Persona::greetings).containsExactly("Ada", List.of());
    }

    @Test
    void read_byteOrderMarkOrWindowsLineEnds_isTheSame() {
        assertThat(read("\uFEFF" + ADA)).isEqualTo(read(ADA));
        String folded = ADA + "scene: |-\n  Rain.\n  More.\n";
        assertThat(read(folded.replace("\n", "\r\n"))).isEqualTo(read(folded));
    }

    /** The text is put behind a name and a profile (two lines) except where it begins with {@code !}. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', maxCharsPerColumn = 10_000, textBlock = PROBLEMS)
    void read_wrongText_saysPlaceAndWhatToDo(String text, String problem) {
        String whole = text.startsWith("!") ? text.substring(1) : ADA + text;
        assertThat(problems(whole.replace("⏎", "\n").replace("→", "\t")))
                .extracting(CharacterProblem::toString)
                .containsExactly(problem);
    }

    private static final String PROBLEMS = """
            nmae: x             § ada.yaml:3:1: There is no key "nmae"; did you mean "name"?
            description: x      § ada.yaml:3:1: There is no key "description"; it is called "profile" here.
            lore: []            § ada.yaml:3:1: There is no key "lore"; this version reads no lore, so take it out.
            "\\e[31m": x        § ada.yaml:3:1: There is no key "\uFFFD[31m"; the keys are name, from, profile, public_profile, scene, thought, greeting, alternates, examples, avatar, tags.
            name: Bob           § ada.yaml:3:1: name: The key "name" stands in line 1 already; keep one of the two.
            !name: Ada          § ada.yaml: profile: The key is missing; say who the character is.
            !profile: A poet.   § ada.yaml: name: The key is missing; say what the character is called.
            !name:⏎profile: x   § ada.yaml:1:6: name: There is no text; write one, or delete the line.
            !name: ""⏎profile: x § ada.yaml:1:7: name: The text is empty; say what the character is called.
            !name: ' '⏎profile: x § ada.yaml:1:7: name: The text is empty; say what the character is called.
            thought: ~          § ada.yaml:3:10: thought: There is no text; write one, or delete the line.
            from: "a\\nb"       § ada.yaml:3:7: from: The text has several lines; make it one.
            scene: "a\\eb"      § ada.yaml:3:8: scene: The text holds a control character; delete it.
            scene: "\\ud800"    § ada.yaml:3:8: scene: The text holds a control character; delete it.
            scene: [a]          § ada.yaml:3:8: scene: This is a list; it must be one text.
            scene:⏎  a: b       § ada.yaml:4:3: scene: This is a group of keys; it must be one text.
            tags: a, b          § ada.yaml:3:7: tags: This is a text; it must be a list, one item a line, each after a hyphen and a space.
            tags: [a, [b]]      § ada.yaml:3:11: tags, item 2: This is a list; it must be one text.
            alternates: [Hi.]   § ada.yaml:3:14: greeting: There are alternates but no greeting; make the first of them the greeting.
            examples: [hello]   § ada.yaml:3:12: examples, item 1: This is a text; it must have the keys line and reply.
            examples:⏎  - line: x § ada.yaml:4:5: examples, item 1: An example has the keys line and reply, and no other.
            examples:⏎  - line: x⏎    line: y⏎    reply: z § ada.yaml:5:5: examples, item 1: The key "line" stands in line 4 already; keep one of the two.
            examples:⏎  - line: x⏎    reply: <role_action>y § ada.yaml:5:12: examples, item 1, reply: <role_action> is never closed; add </role_action>.
            greeting: <role_thinking>hm</role_thinking> § ada.yaml:3:11: greeting: Nothing of this can be seen; add speech or a <role_action>.
            scene: Rain: it falls § ada.yaml:3:12: A colon and a space stand inside this text; put the text in quotes or under >-.
            scene: "Rain        § ada.yaml:3:8: A quote that opens here is never closed; close it, or put the text under >-.
            scene: 'it's raining' § ada.yaml:3:12: The quote before this ends the text too early; put the text under >- instead of in quotes.
            scene: "a \\q"      § ada.yaml:3:8: A backslash in this quoted text is not followed by what YAML knows; put the text under >-.
            scene: >-⏎→Rain     § ada.yaml:4:1: The line is indented with a tab; YAML wants spaces.
            scene: >-⏎Rain      § ada.yaml:4:1: This line is neither a key with a colon and a space nor part of a text; write it as one of them, a text indented below its key.
            !name:Ada⏎profile: x § ada.yaml:1:1: This line is neither a key with a colon and a space nor part of a text; write it as one of them, a text indented below its key.
            !name: Ada⏎  profile: x § ada.yaml:2:1: This does not fit what is above it; indent it as its neighbours are.
            !  name: Ada⏎profile: x § ada.yaml:2:1: This does not fit what is above it; indent it as its neighbours are.
            greeting: *waves* hi § ada.yaml:3:11: A text cannot begin with this character; put the text in quotes or under >-, and an action between <role_action> and </role_action>.
            scene: @home        § ada.yaml:3:8: A text cannot begin with this character; put the text in quotes or under >-, and an action between <role_action> and </role_action>.
            scene: &a x         § ada.yaml:3:8: A text that begins with & marks a place, which is not read here; put it in quotes or under >-.
            scene: *a           § ada.yaml:3:8: A text that begins with * refers to another one, which is not read here; put it in quotes or under >-.
            scene: !!int 4      § ada.yaml:3:8: A text that begins with ! names a type, which is not read here; put it in quotes or under >-.
            scene: Room #4      § ada.yaml:3:8: A # in this line makes the rest a comment, which is not read; put the text in quotes or under >-, or the comment in a line of its own.
            tags: [a, b         § ada.yaml:3:7: A bracket that opens here is never closed; close it.
            [a]: b              § ada.yaml:3:1: A key must be a word such as name, followed by a colon.
            ---⏎name: Bob       § ada.yaml:3:1: A second document begins here; put each character in its own file.
            !just words         § ada.yaml:1:1: The file is a text, not a group of keys; begin it with a line such as name: Ada.
            !- a                § ada.yaml:1:1: The file is a list, not a group of keys; begin it with a line such as name: Ada.
            !# nothing          § ada.yaml: The file is empty; write at least a name and a profile.
            """;

    @Test
    void read_severalProblems_areAllNamedInTheFilesOrder() {
        assertThat(problems("tags: x\nfrm: y\nname: [z]\n"))
                .extracting(CharacterProblem::field, CharacterProblem::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("profile", 0),
                        org.assertj.core.groups.Tuple.tuple("tags", 1),
                        org.assertj.core.groups.Tuple.tuple("", 2),
                        org.assertj.core.groups.Tuple.tuple("name", 3));
    }

    @ParameterizedTest
    @CsvSource({"name,80", "from,200", "profile,32000", "scene,16000", "greeting,8000", "avatar,4000"})
    void read_longestText_isReadAndOneMoreIsNot(String key, int longest) {
        String others = key.equals("name") ? "profile: x\n" : key.equals("profile") ? "name: x\n" : ADA;
        read(others + key + ": " + "😀".repeat(longest) + "\n");
        assertThat(problems(others + key + ": " + "😀".repeat(longest + 1) + "\n"))
                .extracting(CharacterProblem::sentence)
                .containsExactly(
                        "The text has " + (longest + 1) + " characters; " + longest + " are the most, so shorten it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISO-8859-1 | 1 | 9 | A character here is not UTF-8; save the file as UTF-8.
            UTF-16     | 0 | 0 | The file is UTF-16, not UTF-8; save it as UTF-8.
            """)
    void read_otherEncoding_isRefused(String charset, int line, int column, String sentence) {
        byte[] content = "name: Adé\nprofile: x\n".getBytes(Charset.forName(charset));
        CharacterFileException e = catchThrowableOfType(
                CharacterFileException.class, () -> CharacterFile.read("ada.yaml", "ada", content));
        assertThat(e.problems()).containsExactly(new CharacterProblem("ada.yaml", "", line, column, sentence));
    }

    @Test
    void read_file_takesItsIdFromTheName(@TempDir Path folder) throws IOException {
        assertThat(CharacterFile.read(Files.writeString(folder.resolve("ada-2.yaml"), ADA))
                        .id())
                .isEqualTo("ada-2");
        assertThat(CharacterFile.read(Files.writeString(folder.resolve("孙悟空.yml"), ADA))
                        .id())
                .isEqualTo("孙悟空");
    }

    @Test
    void read_fileWhoseNameIsNoId_saysABetterOne(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("My Ada.yaml"), ADA);
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> CharacterFile.read(file)))
                .hasMessageEndingWith("single hyphens only; call it my-ada.yaml.");
    }

    @Test
    void read_noFileOrAFolder_isRefused(@TempDir Path folder) {
        assertThat(catchThrowableOfType(
                        CharacterFileException.class, () -> CharacterFile.read(folder.resolve("none.yaml"))))
                .hasMessageEndingWith("There is no such file; check the path.");
        assertThat(catchThrowableOfType(
                        CharacterFileException.class,
                        () -> CharacterFile.read(folder.resolveSibling(folder.getFileName()))))
                .isNotNull();
    }

    private static Persona read(String text) {
        return CharacterFile.read("ada.yaml", "ada", text.getBytes(StandardCharsets.UTF_8));
    }

    static List<CharacterProblem> problems(String text) {
        CharacterFileException e = catchThrowableOfType(CharacterFileException.class, () -> read(text));
        assertThat(e).as("the text is read without a problem").isNotNull();
        return e.problems();
    }
}
