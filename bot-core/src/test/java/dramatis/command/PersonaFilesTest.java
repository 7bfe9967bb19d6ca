package dramatis.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.access.Caller;
import dramatis.access.Role;
import dramatis.command.Answer.Part;
import dramatis.persona.AuthoredPersona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Characters that come and go as files, and how much of them one person may keep. */
class PersonaFilesTest {
    private final Hall hall = new Hall();
    private final Caller bo = hall.caller("bo", Role.MEMBER);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void import_file_isShownAndKeptOnceTheCallerIsSure() {
        Answer preview = bring("Wren\n[a lorebook]\n[notes]");

        assertThat(Hall.told(preview))
                .containsExactly(
                        "Wren: a profile of 26 characters, no greeting, no example.",
                        "Left out, since a character has no place for it: [a lorebook], [notes].");
        assertThat(hall.personas.of(bo.user())).isEmpty();

        Part.Confirm confirm = (Part.Confirm) preview.parts().get(2);
        assertThat(Hall.told(hall.desk().run(confirm.call())))
                .containsExactly("Wren is made. /persona use wren~1 puts it on here.");
        assertThat(hall.personas.of(bo.user()))
                .extracting(AuthoredPersona::owner, AuthoredPersona::home)
                .containsExactly(org.assertj.core.api.Assertions.tuple(bo.user(), Hall.GUILD));
    }

    @Test
    void import_fileThatIsWrong_endsInItsSentence() {
        assertThat(Hall.told(bring("!"))).containsExactly("Nothing was taken in. cast.yaml: It is wrong; mend it.");
        assertThat(hall.personas.of(bo.user())).isEmpty();
    }

    @Test
    void import_withoutAFileOrWithALargeOne_isRefused() {
        assertThat(Hall.told(hall.run(bo, "persona import", "file", "a name alone")))
                .containsExactly("Type <file> after /persona import: a .yaml, .json or .png.");
        CommandCall large = hall.call(bo, "persona import")
                .with("file", new Attachment("cast.yaml", new byte[Attachment.LARGEST + 1]));
        assertThat(Hall.told(hall.desk().run(large)))
                .containsExactly("cast.yaml is too large: at most 10 MiB are taken. Make it smaller.");
    }

    @Test
    void import_moreThanThereIsRoomFor_isRefused() {
        assertThat(Hall.told(bring("A\nB\nC\nD")))
                .containsExactly("There are 4 characters in the file, and you have room for 3 more."
                        + " Take some away with /persona delete.");
        keep("A\nB\nC");

        assertThat(hall.personas.of(bo.user())).hasSize(3);
        assertThat(Hall.told(bring("D")))
                .containsExactly("You have made up 3 characters, and that is the most."
                        + " Take one away with /persona delete.");
        assertThat(Hall.told(hall.run(bo, "persona create", "called", "D", "description", "A letter.")))
                .containsExactly("You have made up 3 characters, and that is the most."
                        + " Take one away with /persona delete.");
    }

    @Test
    void transfer_toOneWhoHasTheMost_isRefused() {
        keep("A\nB\nC");
        Caller cy = hall.caller("cy", Role.MEMBER);
        hall.run(cy, "persona create", "called", "D", "description", "A letter.");

        assertThat(Hall.told(hall.run(cy, "persona transfer", "name", "d", "user", "bo", "sure", "yes")))
                .containsExactly("They have 3 characters already, and that is the most.");
        assertThat(hall.personas.of(cy.user())).hasSize(1);
    }

    @Test
    void texts_longerThanIsKept_areRefused() {
        String long4000 = "x".repeat(4000);
        String refusal = "Wren has 5,001 characters of text in all, and at most 5,000 are kept. Say it shorter.";
        String rest = "y".repeat(997);
        assertThat(Hall.told(hall.run(bo, "persona create", "called", "Wren", "description", long4000, "scene", rest)))
                .containsExactly(refusal);
        hall.run(bo, "persona create", "called", "Wren", "description", long4000);
        assertThat(Hall.told(hall.run(bo, "persona edit", "name", "wren", "scene", rest)))
                .containsExactly(refusal);
        assertThat(Hall.told(hall.run(bo, "persona edit", "name", "wren", "scene", rest.substring(1))))
                .containsExactly("Wren is changed, from the next reply on.");
        assertThat(Hall.told(bring("z".repeat(3000))))
                .hasSize(1)
                .first()
                .asString()
                .contains("are kept");
    }

    @Test
    void export_own_isAFileOfTheFormatAskedFor() {
        keep("Wren the Small");

        assertThat(exported("YAML"))
                .isEqualTo(new Attachment("wren-the-small.yaml", "YAML of Wren the Small".getBytes(UTF_8)));
        assertThat(exported("png").name()).isEqualTo("wren-the-small.png");
        assertThat(hall.desk().completions(hall.call(bo, "persona export"), "format"))
                .containsExactly("yaml", "json", "png");
        assertThat(Hall.told(hall.run(bo, "persona export", "name", "wren the small", "format", "doc")))
                .containsExactly("There is no format doc: name one of yaml, json, png.");
    }

    @Test
    void export_ofOthersAndBundled_isRefused() {
        keep("Wren");

        assertThat(Hall.told(hall.run(hall.caller("cy", Role.MEMBER), "persona export", "name", "wren")))
                .containsExactly("/persona export is for admins, or for those whose own it is.");
        assertThat(Hall.told(hall.run(hall.caller("o", Role.OWNER), "persona export", "name", "ada")))
                .containsExactly(
                        "Ada comes with the bot, or belongs to somebody elsewhere: it cannot be taken away from here.");
    }

    private Attachment exported(String format) {
        Answer answer = hall.run(bo, "persona export", "name", "wren the small", "format", format);
        return ((Part.File) answer.parts().get(0)).attachment();
    }

    private void keep(String names) {
        hall.desk().run(call(names).with("sure", "yes"));
    }

    private Answer bring(String names) {
        return hall.desk().run(call(names));
    }

    private CommandCall call(String names) {
        return hall.call(bo, "persona import").with("file", Attachment.text("cast.yaml", names));
    }
}
