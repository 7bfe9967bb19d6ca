package dramatis.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.message.ConversationRef;
import dramatis.platform.ReplyControls.Shown;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** The buttons below the last reply of a conversation. Safe for use by many threads; may block. */
final class Controls {
    private final Spots spots;
    private final Messages messages;

    /** Where they are now, by conversation. */
    private final Cache<ConversationRef, String> places =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Controls(Spots spots, Messages messages) {
        this.spots = spots;
        this.messages = messages;
    }

    /** Puts them below a reply, and takes them away from the one before it. */
    void offer(ConversationRef conversation, Shown reply) {
        if (reply.messageIds().isEmpty()) {
            return;
        }
        String last = reply.messageIds().get(reply.messageIds().size() - 1);
        spots.find(conversation).ifPresent(spot -> {
            String before = places.getIfPresent(conversation);
            if (before != null && !before.equals(last)) {
                messages.edit(spot, before, with(List.of()));
            }
            if (messages.edit(spot, last, with(buttons(reply))) == Messages.Outcome.DONE) {
                places.put(conversation, last);
            }
        });
    }

    private static MessageEditData with(List<ActionRow> rows) {
        return new MessageEditBuilder()
                .setComponents(rows)
                .setAllowedMentions(List.of())
                .build();
    }

    /** The swipes where there are several, and what else can be done. */
    static List<ActionRow> buttons(Shown reply) {
        List<ActionRow> rows = new ArrayList<>();
        if (reply.swipes() > 1) {
            rows.add(ActionRow.of(
                    button(ButtonId.of("swipe", reply.id(), "previous"), "◀").withDisabled(reply.swipe() == 0),
                    Button.secondary("n/" + reply.id(), (reply.swipe() + 1) + "/" + reply.swipes())
                            .asDisabled(),
                    button(ButtonId.of("swipe", reply.id(), "next"), "▶")
                            .withDisabled(reply.swipe() + 1 == reply.swipes())));
        }
        rows.add(ActionRow.of(
                button(ButtonId.of("retry", reply.id(), ""), "🔁"),
                button(ButtonId.of("stop", reply.id(), ""), "⏹"),
                button(ButtonId.of("undo", reply.id(), ""), "🗑")));
        return rows;
    }

    private static Button button(String id, String sign) {
        return Button.secondary(id, Emoji.fromUnicode(sign));
    }
}
