package dramatis.address;

import static java.util.Objects.requireNonNull;

/** What becomes of a message. */
public sealed interface Decision {
    /**
     * A character answers it.
     *
     * @param trigger why
     * @param personaId who
     */
    record Answer(Trigger trigger, String personaId) implements Decision {
        public Answer {
            requireNonNull(trigger, "trigger");
            requireNonNull(personaId, "personaId");
        }
    }

    /** It is kept for the history before the next reply, and not answered. */
    record Overhear(Why why) implements Decision {
        public Overhear {
            requireNonNull(why, "why");
        }
    }

    /** Nothing of it is kept. */
    record Ignore(Why why) implements Decision {
        public Ignore {
            requireNonNull(why, "why");
        }
    }

    /** Why a message is not answered. */
    enum Why {
        /** The bot wrote it, by itself or through a webhook. Never overheard. */
        OWN,
        /** Its author is blocked. Never overheard. */
        BLOCKED,
        /** Its author wants nothing kept. Never overheard. */
        OPTED_OUT,
        /** There is nothing to read in it. Never overheard. */
        EMPTY,
        /** It says so: {@code //…} or {@code ((…))}. Never overheard. */
        OUT_OF_CHARACTER,
        /** Nothing in it is what this channel's triggers ask for. */
        NO_TRIGGER,
        /** A bot wrote it, and enough bots were answered since a person spoke. */
        BOT_CAP,
        /** A message was answered here just now. */
        COOLDOWN
    }
}
