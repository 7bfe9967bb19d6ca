package dramatis.discord;

import java.util.Set;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Messages that mention nobody and unfold no links. */
final class Sent {
    private Sent() {}

    static MessageCreateData message(String content) {
        return new MessageCreateBuilder()
                .setContent(content)
                .setAllowedMentions(Set.of())
                .mentionRepliedUser(false)
                .setSuppressEmbeds(true)
                .build();
    }

    static MessageEditData edit(String content) {
        return new MessageEditBuilder()
                .setContent(content)
                .setAllowedMentions(Set.of())
                .mentionRepliedUser(false)
                .build();
    }
}
