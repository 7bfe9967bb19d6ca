package dramatis.console;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Phrases;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.platform.Delivery;
import dramatis.platform.Outbound;
import dramatis.platform.OwnerChannel;
import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher;
import dramatis.platform.Whisper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where replies appear. Its methods are called on the conversation's lane. */
final class Stage implements Outbound, TurnWatcher, OwnerChannel {
    private static final long NOBODY = -1;

    private final Face face;
    private final Turns turns;
    private final Backstage backstage;
    private final ConsoleOptions options;
    private final Asking asking;
    private final Phrases phrases;
    private long speaking = NOBODY;

    Stage(Face face, Turns turns, Backstage backstage, ConsoleOptions options, Asking asking) {
        this.face = face;
        this.turns = turns;
        this.backstage = backstage;
        this.options = options;
        this.asking = asking;
        this.phrases = Phrases.in(options.locale());
    }

    @Override
    public synchronized Receipt post(Delivery delivery) {
        List<Shown> texts = new ArrayList<>();
        if (begins(delivery.turnId())) {
            delivery.replyTo().ifPresent(line -> belated(delivery.turnId(), line, texts));
            texts.add(new Shown(Look.NAME, delivery.name()));
        }
        delivery.visible().forEach(visible -> texts.add(Shown.of(visible)));
        face.arrived();
        face.show(texts);
        if (face.gone()) {
            turns.release();
            return new Receipt.Refused("nobody reads standard output any more");
        }
        return new Receipt.Sent(List.of(delivery.turnId() + "." + delivery.piece()));
    }

    /** A reply to what was typed in an earlier run needs that line above it. */
    private void belated(long turnId, MessageRef line, List<Shown> texts) {
        if (asking.typed(line) || turns.wasAsked(turnId)) {
            return;
        }
        backstage.asked(turnId).ifPresent(text -> {
            texts.add(new Shown(Look.ASKED, text));
            texts.add(new Shown(Look.ASIDE, phrases.text("console.belated")));
        });
    }

    private boolean begins(long turnId) {
        boolean begins = turnId != speaking;
        if (begins) {
            speaking = turnId;
            face.apart();
        }
        return begins;
    }

    @Override
    public Optional<MessageRef> notice(ConversationRef conversation, UserNotice notice) {
        face.show(List.of(new Shown(Look.NOTICE, phrases.text(notice))));
        return Optional.empty();
    }

    @Override
    public void turnChanged(ConversationRef conversation, long turnId, Phase phase) {
        if (phase == Phase.PLANNING) {
            face.awaiting(backstage.character());
        } else if (phase == Phase.WAITING || phase.last()) {
            face.arrived();
        }
        turns.changed(turnId, phase);
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public synchronized void whisper(Whisper whisper) {
        List<Shown> texts = new ArrayList<>();
        whisper.hidden().stream()
                .filter(this::wanted)
                .map(hidden -> hidden(hidden, phrases))
                .forEach(texts::add);
        if (!texts.isEmpty() && begins(whisper.turnId())) {
            texts.add(0, new Shown(Look.NAME, whisper.name()));
        }
        face.show(texts);
    }

    private boolean wanted(Segment.Hidden hidden) {
        return hidden.kind() == Segment.Hidden.Kind.PLAN ? options.showPlan() : options.showThoughts();
    }

    /** A thought or a plan, marked as what it is. */
    static Shown hidden(Segment.Hidden hidden, Phrases phrases) {
        String key = hidden.kind() == Segment.Hidden.Kind.PLAN ? "console.plan" : "console.thought";
        return new Shown(Look.HIDDEN, phrases.text(key, hidden.text().strip()));
    }
}
