package dramatis.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dramatis.inference.EngineException;
import dramatis.inference.TestingEngine;
import dramatis.message.Segment;
import dramatis.persona.TestingPersonaStore;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private final TestingEngine engine =
            TestingEngine.sayingInTurn("Be kind.</system_thinking>Good day.", "Be brief.</system_thinking>Yes.");
    private final Rehearsal rehearsal = new Rehearsal(engine, TestingPersonaStore.persona("ada", "Ada"), "Bo");

    @Test
    void say_twice_secondKnowsTheFirst() {
        assertThat(rehearsal.say("Hello")).containsExactly(Segment.plan("Be kind."), Segment.speech("Good day."));
        assertThat(rehearsal.say("Is it?")).containsExactly(Segment.plan("Be brief."), Segment.speech("Yes."));

        assertThat(engine.requests().get(1).messages())
                .extracting(message -> message.content())
                .element(2)
                .isEqualTo("Good day.");
    }

    @Test
    void say_modelFails_lineIsNotRemembered() {
        engine.failNext(new EngineException(EngineException.Kind.FAILED, "no memory"));
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> rehearsal.say("Hello"));
        rehearsal.say("Again");
        assertThat(engine.requests().get(1).messages()).hasSize(2);
    }
}
