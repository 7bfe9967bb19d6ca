package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.access.AuditEntry;
import dramatis.access.Caller;
import dramatis.access.Role;
import dramatis.command.Answer.Field;
import dramatis.command.Answer.Part;
import dramatis.message.UserRef;
import dramatis.persona.AuthoredPersona;
import dramatis.persona.Persona;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonaCommandsTest {
    private final Hall hall = new Hall();
    private final Caller bo = hall.caller("bo", Role.MEMBER);
    private final Caller cy = hall.caller("cy", Role.MEMBER);
    private final Caller admin = hall.caller("di", Role.ADMIN);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void create_nothingGiven_asksWithAForm() {
        Part.Form form = (Part.Form) hall.run(bo, "persona create").parts().get(0);
        assertThat(form.fields())
                .extracting(Field::option)
                .containsExactly("called", "description", "scene", "greeting", "public");
        assertThat(form.fields()).filteredOn(Field::required).hasSize(2);

        CommandCall filled = form.call().with("called", "Wren").with("description", "A small bird.");
        assertThat(Hall.told(hall.desk().run(filled)))
                .containsExactly("Wren is made. /persona use wren~1 puts it on here.");
    }

    @Test
    void create_whole_belongsToWhoMadeItAndIsPlayedThere() {
        create(bo, "Wren");
        AuthoredPersona wren = hall.personas.find("wren~1").orElseThrow();
        assertThat(wren.owner()).isEqualTo(bo.user());
        assertThat(wren.persona().greetings()).containsExactly("<role_action>looks up</role_action> You again.");

        assertThat(hall.desk().completions(hall.call(cy, "persona info"), "name"))
                .containsExactly("ada", "wren~1");
        Caller elsewhere = new Caller(bo.user(), Hall.ELSEWHERE, false, () -> false);
        assertThat(hall.desk().completions(hall.call(elsewhere, "persona info"), "name"))
                .containsExactly("ada");
        assertThat(Hall.told(hall.run(hall.caller("m", Role.MANAGER), "persona use", "name", "WREN")))
                .isEmpty();
    }

    @Test
    void named_byABeginningThatNobodyElseHas_isFound() {
        create(bo, "Wren Hollowell");
        create(bo, "Holly Wright");
        assertThat(Hall.told(hall.run(bo, "persona info", "name", "wren")))
                .containsExactly("wren-hollowell~1 – Wren Hollowell");
        assertThat(Hall.told(hall.run(bo, "persona info", "name", "wrig")))
                .containsExactly("holly-wright~2 – Holly Wright");
        assertThat(hall.run(bo, "persona info", "name", "wr")).isEqualTo(Answer.refuse("persona.unknown", "wr"));
        assertThat(hall.run(bo, "persona info", "name", " ").refused()).isTrue();
        assertThat(Hall.told(hall.run(bo, "persona share", "name", "HOLLY W")))
                .containsExactly("Holly Wright is offered everywhere now.");
    }

    @Test
    void create_nameTooLong_isRefused() {
        Answer answer = hall.run(bo, "persona create", "called", "x".repeat(65), "description", "Long.");
        assertThat(answer).isEqualTo(Answer.refuse("command.option.long", "called", 65, 64));
    }

    @Test
    void edit_formShowsWhatStandsAndChangesOnlyWhatIsGiven() {
        create(bo, "Wren");
        Part.Form form =
                (Part.Form) hall.run(bo, "persona edit", "name", "wren").parts().get(0);
        assertThat(form.fields()).extracting(Field::value).contains("Wren", "Someone small.");

        assertThat(Hall.told(hall.desk().run(form.call().with("scene", "A hedge."))))
                .containsExactly("Wren is changed, from the next reply on.");
        Persona changed = hall.personas.find("wren~1").orElseThrow().persona();
        assertThat(changed.scene()).isEqualTo("A hedge.");
        assertThat(changed.profile()).isEqualTo("Someone small.");
        assertThat(hall.access.audited(Hall.GUILD, 1))
                .extracting(AuditEntry::what, AuditEntry::subject)
                .containsExactly(org.assertj.core.api.Assertions.tuple("persona edit", "wren~1"));
    }

    @Test
    void edit_ofSomebodyElse_isForAdminsOfItsHomeOnly() {
        create(bo, "Wren");
        assertThat(Hall.told(hall.run(cy, "persona edit", "name", "wren", "scene", "x")))
                .containsExactly("/persona edit is for admins, or for those whose own it is.");
        assertThat(Hall.told(hall.run(admin, "persona edit", "name", "wren", "scene", "x")))
                .containsExactly("Wren is changed, from the next reply on.");

        Caller alone = Caller.inPrivate(cy.user(), Hall.ELSEWHERE);
        assertThat(Hall.told(hall.run(alone, "persona edit", "name", "wren~1", "scene", "y")))
                .containsExactly("There is no character wren~1. /persona list shows who there is.");
        hall.run(bo, "persona share", "name", "wren");
        assertThat(Hall.told(hall.run(alone, "persona edit", "name", "wren~1", "scene", "y")))
                .containsExactly(
                        "Wren comes with the bot, or belongs to somebody elsewhere: it cannot be changed from here.");
        assertThat(hall.personas.find("wren~1").orElseThrow().persona().scene()).isEqualTo("x");
    }

    @Test
    void edit_bundled_cannotBeDoneByAnybody() {
        assertThat(Hall.told(hall.run(hall.caller("o", Role.OWNER), "persona edit", "name", "ada", "scene", "x")))
                .containsExactly(
                        "Ada comes with the bot, or belongs to somebody elsewhere: it cannot be changed from here.");
    }

    @Test
    void delete_asksFirst() {
        create(bo, "Wren");
        Part.Confirm confirm = (Part.Confirm)
                hall.run(bo, "persona delete", "name", "wren").parts().get(0);
        assertThat(hall.personas.of(bo.user())).hasSize(1);

        assertThat(Hall.told(hall.desk().run(confirm.call()))).containsExactly("Wren is gone.");
        assertThat(hall.personas.of(bo.user())).isEmpty();
    }

    @Test
    void share_offersItElsewhereUntilUnshare() {
        create(bo, "Wren");
        Caller elsewhere = new Caller(cy.user(), Hall.ELSEWHERE, false, () -> false);
        hall.run(bo, "persona share", "name", "wren");
        assertThat(Hall.told(hall.run(elsewhere, "persona info", "name", "wren")))
                .isNotEmpty();
        hall.run(bo, "persona unshare", "name", "wren");
        assertThat(Hall.told(hall.run(elsewhere, "persona info", "name", "wren")))
                .containsExactly("There is no character wren. /persona list shows who there is.");
    }

    @Test
    void transfer_givesItAway() {
        create(bo, "Wren");
        hall.run(bo, "persona transfer", "name", "wren", "user", "cy", "sure", "yes");
        assertThat(hall.personas.of(new UserRef("testing", "cy"))).hasSize(1);
        assertThat(Hall.told(hall.run(bo, "persona delete", "name", "wren", "sure", "yes")))
                .containsExactly("/persona delete is for admins, or for those whose own it is.");
    }

    @Test
    void named_namesakes_theOwnOneComesFirst() {
        create(bo, "Wren");
        create(cy, "Wren");
        hall.run(cy, "persona edit", "name", "wren", "scene", "mine");
        assertThat(hall.personas.of(cy.user()))
                .extracting(one -> one.persona().scene())
                .isEqualTo(List.of("mine"));
        assertThat(hall.personas.of(bo.user()))
                .extracting(one -> one.persona().scene())
                .isEqualTo(List.of(""));
    }

    private void create(Caller who, String name) {
        Answer answer = hall.run(
                who,
                "persona create",
                "called",
                name,
                "description",
                "Someone small.",
                "greeting",
                "*looks up* You again.");
        assertThat(Hall.told(answer)).hasSize(1);
    }
}
