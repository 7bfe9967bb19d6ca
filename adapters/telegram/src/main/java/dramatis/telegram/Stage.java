package dramatis.telegram;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.UserNotice;
import dramatis.platform.Delivery;
import dramatis.platform.Eraser;
import dramatis.platform.Manner;
import dramatis.platform.Outbound;
import dramatis.platform.Previewer;
import dramatis.platform.Receipt;
import dramatis.platform.ReplyControls;
import dramatis.platform.TurnWatcher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where characters appear on Telegram, and all that can be done with what they said. */
final class Stage implements Outbound, Previewer, TurnWatcher, Eraser, ReplyControls {
    /**
     * Posted once it is whole: a group has about twenty messages a minute for all its replies, edits among them, and in a
     * private chat a draft shows the reply meanwhile.
     */
    private static final Manner WHOLE = new Manner(true, false, Duration.ZERO);

    /** A private chat without drafts: about one message or edit a second. */
    private static final Manner GROWING = new Manner(true, true, Duration.ofMillis(1500));

    private final Moves moves;
    private final Speaking speaking;
    private final Drafts drafts;
    private final Notices notices;
    private final Typing typing;
    private final Erasing erasing;
    private final Controls controls;

    Stage(
            Moves moves,
            Speaking speaking,
            Drafts drafts,
            Notices notices,
            Typing typing,
            Erasing erasing,
            Controls controls) {
        this.moves = moves;
        this.speaking = speaking;
        this.drafts = drafts;
        this.notices = notices;
        this.typing = typing;
        this.erasing = erasing;
        this.controls = controls;
    }

    @Override
    public Manner manner(ConversationRef conversation) {
        return drafts.missing() && Spot.of(conversation).isPrivate() ? GROWING : WHOLE;
    }

    @Override
    public Receipt post(Delivery delivery) {
        return speaking.post(delivery);
    }

    @Override
    public void preview(Delivery soFar) {
        drafts.show(moves.spot(soFar.conversation()), soFar);
    }

    @Override
    public Optional<MessageRef> notice(ConversationRef conversation, UserNotice notice) {
        return notices.say(conversation, notice);
    }

    @Override
    public void turnChanged(ConversationRef conversation, long turnId, Phase phase) {
        typing.changed(conversation, phase);
    }

    @Override
    public void erase(List<MessageRef> messages) {
        erasing.erase(messages);
    }

    @Override
    public void offer(ConversationRef conversation, Shown reply) {
        controls.offer(conversation, reply);
    }
}
