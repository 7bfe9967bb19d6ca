package dramatis.privacy;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserRef;
import dramatis.persona.PeopleStore;
import dramatis.persona.Person;
import dramatis.session.Session;
import dramatis.session.SessionStore.Opening;
import dramatis.turn.StoreContract;
import dramatis.turn.Turn;
import dramatis.turn.Turn.State;
import dramatis.turn.TurnStore.Admitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the contracts of {@link PrivacyStore} have in common: {@code HERE} is Ada's private chat, in the {@code HALL} she
 * is one of several.
 */
public abstract class PrivacyContract extends StoreContract {
    protected static final ConversationRef HALL = ELSEWHERE;
    protected static final ConversationRef YARD = new ConversationRef("console", "yard", "");
    protected static final UserRef BO = new UserRef("console", "bo");

    protected abstract PrivacyStore privacy();

    protected abstract PeopleStore people();

    protected static Person adaHerself() {
        return new Person(ADA, Optional.of("Lady Ada"), "Counts on engines.", NOON.minusSeconds(60));
    }

    protected Session hall() {
        return sessions().open(openedByAda(HALL)).session();
    }

    protected static Opening openedByAda(ConversationRef place) {
        return new Opening(place, "elena", Optional.of(ADA), "Ada", "A mathematician", Optional.of("Tea"), NOON);
    }

    protected static InboundMessage by(UserRef author, ConversationRef place, String id, Instant at) {
        return new InboundMessage(
                new MessageRef(place, id),
                Place.of(place),
                author,
                author.equals(ADA) ? "Ada" : "Bo",
                InboundMessage.AuthorKind.PERSON,
                "text of " + id,
                Optional.empty(),
                place.equals(HERE) ? Addressing.DIRECT : Addressing.MENTION,
                Locale.ENGLISH,
                at);
    }

    protected Turn says(UserRef author, Session session, String id) {
        return says(author, session, id, NOON);
    }

    protected Turn says(UserRef author, Session session, String id, Instant at) {
        InboundMessage message = by(author, session.conversation(), id, at);
        return ((Admitted.Queued) turns().admit(session, message, MANY)).turn();
    }

    protected Turn answered(Turn turn, Segment... segments) {
        play(turn, segments);
        turns().end(turn.id(), State.POSTED, Optional.empty());
        return turns().find(turn.id()).orElseThrow();
    }

    protected State state(Turn turn) {
        return turns().find(turn.id()).orElseThrow().state();
    }

    protected List<Keepsake> exported(UserRef person) {
        List<Keepsake> all = new ArrayList<>();
        privacy().export(person, all::add);
        return all;
    }
}
