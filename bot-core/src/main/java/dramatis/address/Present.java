package dramatis.address;

import static java.util.Objects.requireNonNull;

import dramatis.message.UserRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is there when a message is written, and what is remembered.
 *
 * @param cast the characters that play here, at least one; the first answers where no other is meant
 * @param chosen whether a manager chose them, and not the default
 * @param repliedTo the persona that said what the message replies to; empty where it replies to none
 * @param own the bot's own user and webhooks, wherever the adapter does not tell them already
 * @param blocked people and bots who may not use the bot; only those who may be the author matter
 * @param optedOut people of whom nothing is kept; as for {@code blocked}
 * @param recent what happened in the conversation
 */
public record Present(
        List<Member> cast,
        boolean chosen,
        Optional<String> repliedTo,
        Set<UserRef> own,
        Set<UserRef> blocked,
        Set<UserRef> optedOut,
        Recent recent) {
    /**
     * A character of the cast.
     *
     * @param personaId who it is
     * @param names its name, and what else it is called in full
     */
    public record Member(String personaId, List<String> names) {
        public Member {
            requireNonNull(personaId, "personaId");
            names = List.copyOf(names);
        }
    }

    public Present {
        cast = List.copyOf(cast);
        requireNonNull(repliedTo, "repliedTo");
        own = Set.copyOf(own);
        blocked = Set.copyOf(blocked);
        optedOut = Set.copyOf(optedOut);
        requireNonNull(recent, "recent");
        if (cast.isEmpty()) {
            throw new IllegalArgumentException("somebody has to play");
        }
    }

    /** These characters, of the default's or a manager's choice, and nothing else that is known. */
    public static Present of(List<Member> cast, boolean chosen) {
        return new Present(cast, chosen, Optional.empty(), Set.of(), Set.of(), Set.of(), Recent.NOTHING);
    }

    /** The replied-to character, if it still plays here. */
    Optional<String> repliedToMember() {
        return repliedTo.filter(
                id -> cast.stream().anyMatch(member -> member.personaId().equals(id)));
    }

    String lead() {
        return cast.get(0).personaId();
    }
}
