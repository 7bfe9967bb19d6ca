package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.access.Caller;
import dramatis.access.Role;
import dramatis.command.Answer.Field;
import dramatis.command.Answer.Part;
import dramatis.inference.GenerationRequest;
import dramatis.message.UserNotice;
import dramatis.persona.Person;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeCommandsTest {
    private final Hall hall = new Hall();
    private final Caller bo = hall.caller("bo", Role.MANAGER);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void set_nothingGiven_asksWithWhatIsKnown() {
        hall.run(bo, "me set", "name", "Sir\n Bo", "description", "A baker.");

        Part.Form form = (Part.Form) hall.run(bo, "me set").parts().get(0);

        assertThat(form.fields()).extracting(Field::value).containsExactly("Sir Bo", "A baker.");
        assertThat(Hall.told(hall.desk().run(form.call().with("description", "A miller."))))
                .containsExactly("Kept. Talks that begin from now on know it;"
                        + " one that goes on knows you as before until /reset.");
        Person person = hall.people().find(bo.user()).orElseThrow();
        assertThat(person.name()).isEqualTo(Optional.of("Sir Bo"));
        assertThat(person.description()).isEqualTo("A miller.");
    }

    @Test
    void set_tooLong_isRefusedWithItsLength() {
        assertThat(Hall.told(hall.run(bo, "me set", "name", "x".repeat(81))))
                .containsExactly("name is 81 characters long, and at most 80 are taken. Say it shorter.");
        assertThat(Hall.told(hall.run(bo, "me set", "description", "x".repeat(2001))))
                .containsExactly("description is 2,001 characters long, and at most 2,000 are taken. Say it shorter.");
    }

    @Test
    void set_optedOut_isNotKept() {
        hall.run(bo, "privacy optout");

        assertThat(Hall.told(hall.run(bo, "me set", "name", "Bo")))
                .hasSize(1)
                .first()
                .asString()
                .contains("optin");
        assertThat(hall.people().find(bo.user())).isEmpty();
    }

    @Test
    void show_person_tellsWhatIsKnown() {
        assertThat(Hall.told(hall.run(bo, "me show")))
                .first()
                .asString()
                .startsWith("You are bo to the characters, as");
        hall.run(bo, "me set", "description", "A baker.");

        assertThat(hall.run(bo, "me show"))
                .isEqualTo(Answer.of(new Part.Say(UserNotice.of("me.known", "bo")), new Part.Verbatim("A baker.")));
    }

    @Test
    void clear_person_asksFirst() {
        hall.run(bo, "me set", "name", "Sir Bo");
        Part.Confirm confirm = (Part.Confirm) hall.run(bo, "me clear").parts().get(0);
        assertThat(hall.people().find(bo.user())).isPresent();

        assertThat(Hall.told(hall.desk().run(confirm.call())))
                .containsExactly("Forgotten. You are bo to the characters again.");
        assertThat(hall.people().find(bo.user())).isEmpty();
    }

    @Test
    void newSession_knowsThePersonAndTheirMessages() {
        hall.run(bo, "me set", "name", "Sir Bo", "description", "A baker of small loaves.");
        hall.run(bo, "say", "text", "Good day.");

        List<String> prompt = prompt(1);
        assertThat(prompt.get(0)).contains("Sir Bo").contains("A baker of small loaves.");
        assertThat(prompt.get(1)).contains("Sir Bo: Good day.");
    }

    @Test
    void runningSession_knowsThePersonAsBeforeUntilReset() {
        hall.run(bo, "say", "text", "One.");
        prompt(1);
        hall.run(bo, "me set", "name", "Sir Bo");
        hall.run(bo, "say", "text", "Two.");

        assertThat(prompt(2)).noneMatch(text -> text.contains("Sir Bo"));
        hall.run(bo, "reset", "sure", "yes");
        hall.run(bo, "say", "text", "Three.");
        assertThat(prompt(3).get(1)).contains("Sir Bo: Three.");
    }

    /** The texts of the request of so many. */
    private List<String> prompt(int count) {
        await().until(() -> hall.engine.requests().size() >= count && hall.quiet());
        GenerationRequest request = hall.engine.requests().get(count - 1);
        return request.messages().stream().map(message -> message.content()).toList();
    }
}
