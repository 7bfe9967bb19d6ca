package dramatis.discord;

import dramatis.message.MessageRef;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages away: the bot's own, and others' where it may. May block. */
final class Erasing {
    private static final Logger log = LoggerFactory.getLogger(Erasing.class);

    private final Spots spots;
    private final Messages messages;
    private final Posted posted;

    Erasing(Spots spots, Messages messages, Posted posted) {
        this.spots = spots;
        this.messages = messages;
        this.posted = posted;
    }

    void erase(List<MessageRef> refs) {
        refs.forEach(this::erase);
    }

    private void erase(MessageRef ref) {
        try {
            spots.find(ref.conversation())
                    .filter(spot -> posted.has(ref.messageId()) || mayReach(spot))
                    .ifPresent(spot -> messages.delete(spot, ref.messageId()));
        } catch (InsufficientPermissionException | ErrorResponseException e) {
            log.debug("a message could not be taken away: {}", e.getMessage());
        }
    }

    /** Messages of earlier runs are looked at first, which takes a permission. */
    private static boolean mayReach(Spot spot) {
        return spot.channel()
                .filter(channel -> !(channel instanceof GuildChannel guild)
                        || guild.getGuild().getSelfMember().hasPermission(guild, Permission.MESSAGE_HISTORY))
                .isPresent();
    }
}
