package dramatis.command;

import dramatis.command.Answer.Part;
import dramatis.her.HerPrompt;
import dramatis.her.HerReply;
import dramatis.persona.Persona;
import dramatis.session.Session;
import dramatis.turn.Turns;

/** A character's first words in a session. */
public final class Greeting {
    private Greeting() {}

    /** Has the character greet, if it knows how to. */
    public static Answer of(Turns turns, Session session, Persona persona) {
        if (persona.greetings().isEmpty()) {
            return Answer.say("session.opened", persona.name());
        }
        String greeting = HerPrompt.fill(persona.greetings().get(0), persona, session.userName());
        long turnId = turns.greet(session, persona, HerReply.written(greeting, persona.name()))
                .id();
        return Answer.of(new Part.Working(turnId));
    }
}
