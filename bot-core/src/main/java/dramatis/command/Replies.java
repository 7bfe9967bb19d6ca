package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.delivery.PostStore;
import dramatis.message.MessageRef;
import dramatis.message.Speaker;
import dramatis.session.Session;
import dramatis.session.SessionManager;
import dramatis.turn.TurnStore;
import dramatis.turn.TurnStore.Reply;
import java.util.Optional;
import java.util.Set;

/** Which reply a call means: the one that a message is a part of, else the last one. */
record Replies(SessionManager sessions, TurnStore turns, PostStore posts) {
    private static final String MESSAGE = CommandSpec.Option.message().name();

    Replies {
        requireNonNull(sessions, "sessions");
        requireNonNull(turns, "turns");
        requireNonNull(posts, "posts");
    }

    static boolean named(CommandCall call) {
        return call.option(MESSAGE).isPresent();
    }

    Optional<Reply> meant(CommandCall call, Session session) {
        return named(call)
                ? posts.turn(new MessageRef(call.conversation(), call.required(MESSAGE)))
                        .flatMap(turn -> turns.reply(session.id(), turn))
                : turns.lastReply(session.id());
    }

    /** The people that it is theirs too. */
    Set<Speaker> askers(CommandCall call, Session session) {
        return named(call)
                ? meant(call, session)
                        .map(reply -> turns.askers(session.id(), reply.utteranceId()))
                        .orElse(Set.of())
                : turns.askers(session.id());
    }
}
