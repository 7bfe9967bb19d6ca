package dramatis.discord;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.UserNotice;
import dramatis.platform.Delivery;
import dramatis.platform.Eraser;
import dramatis.platform.Manner;
import dramatis.platform.Outbound;
import dramatis.platform.Receipt;
import dramatis.platform.ReplyControls;
import dramatis.platform.TurnWatcher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where characters appear on Discord, and all that can be done with what they said. */
final class Stage implements Outbound, TurnWatcher, Eraser, ReplyControls {
    /** Edits of one message are limited; a reply that grows this often stays below. */
    private static final Manner MANNER = new Manner(true, true, Duration.ofMillis(1500));

    private final Speaking speaking;
    private final Notices notices;
    private final Typing typing;
    private final Erasing erasing;
    private final Controls controls;

    Stage(Speaking speaking, Notices notices, Typing typing, Erasing erasing, Controls controls) {
        this.speaking = speaking;
        this.notices = notices;
        this.typing = typing;
        this.erasing = erasing;
        this.controls = controls;
    }

    @Override
    public Manner manner(ConversationRef conversation) {
        return MANNER;
    }

    @Override
    public Receipt post(Delivery delivery) {
        return speaking.post(delivery);
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
