package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.access.Caller;
import dramatis.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HelpCommandTest {
    private final Hall hall = new Hall();
    private final Caller bo = hall.caller("bo", Role.MEMBER);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void run_aboutACommand_tellsWhatCanBeGiven() {
        assertThat(Hall.told(hall.run(bo, "help", "command", "/Persona export")))
                .containsExactly(
                        "/persona export <name> [format=\u2026] \u2013 Save a character of yours as a file.",
                        "\u2003name: its id or name",
                        "\u2003format: yaml, json or png");
    }

    @Test
    void run_aboutAFirstWord_listsWhatBeginsWithIt() {
        assertThat(Hall.told(hall.run(bo, "help", "command", "me")))
                .filteredOn(line -> line.startsWith("/"))
                .hasSize(3)
                .allMatch(line -> line.startsWith("/me "));
    }

    @Test
    void run_aboutNothingThatThereIs_saysWhatWasMeant() {
        assertThat(Hall.told(hall.run(bo, "help", "command", "stauts")))
                .containsExactly("There is no command /stauts. Did you mean /status?");
        assertThat(hall.run(bo, "help", "command", "manager").refused())
                .as("which is for admins")
                .isTrue();
    }
}
