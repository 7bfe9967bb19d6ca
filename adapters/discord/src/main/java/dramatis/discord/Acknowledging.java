package dramatis.discord;

import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges interactions. JDA's own way gives up where an answer is lost; here it is asked again, and being told that
 * it is acknowledged already is what was wanted.
 */
final class Acknowledging {
    private static final Logger log = LoggerFactory.getLogger(Acknowledging.class);

    /** {@code https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-type}. */
    private static final int DEFERRED_MESSAGE = 5;

    private static final int DEFERRED_UPDATE = 6;
    private static final int EPHEMERAL = 1 << 6;

    private final Calls calls;

    Acknowledging(Calls calls) {
        this.calls = calls;
    }

    /** Says that an answer comes; whether that was in time. */
    boolean deferReply(Interaction interaction, boolean ephemeral) {
        DataObject data = DataObject.empty().put("flags", ephemeral ? EPHEMERAL : 0);
        return send(
                interaction, DataObject.empty().put("type", DEFERRED_MESSAGE).put("data", data));
    }

    /** Says that a press was noticed; whether that was in time. */
    boolean deferEdit(Interaction interaction) {
        return send(interaction, DataObject.empty().put("type", DEFERRED_UPDATE));
    }

    private boolean send(Interaction interaction, DataObject body) {
        Route.CompiledRoute route = Route.Interactions.CALLBACK.compile(interaction.getId(), interaction.getToken());
        try {
            Patience.retrying(() -> calls.get(new RestActionImpl<>(interaction.getJDA(), route, body).priority()));
            return true;
        } catch (ErrorResponseException e) {
            if (Calls.is(e, ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED)) {
                return true;
            }
            log.warn("an interaction could not be acknowledged: {}", e.getMessage());
            return false;
        }
    }
}
