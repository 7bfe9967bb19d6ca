package dramatis.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A poll that passes over updates that the client cannot read: the client would ask for them for ever, and for nothing
 * after them.
 */
final class LenientUpdates extends GetUpdates {
    private static final Logger log = LoggerFactory.getLogger(LenientUpdates.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST = 100;
    private static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");

    LenientUpdates(int last) {
        super(last + 1, MOST, (int) Connections.POLL.toSeconds(), KINDS);
    }

    @Override
    @SuppressWarnings("NonApiType") // the client's signature
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        try {
            return super.deserializeResponse(answer);
        } catch (TelegramApiRequestException | RuntimeException e) {
            JsonNode read = tree(answer);
            if (!read.path("ok").asBoolean(false)) {
                throw e;
            }
            return new ArrayList<>(oneByOne(read.path("result")));
        }
    }

    private static JsonNode tree(String answer) throws TelegramApiRequestException {
        try {
            return MAPPER.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("the answer to a poll is no JSON");
        }
    }

    private static List<Update> oneByOne(JsonNode result) {
        List<Update> updates = new ArrayList<>();
        result.forEach(node -> updates.add(one(node)));
        return updates;
    }

    /** The update, or an empty one of its number, so that it is over. */
    private static Update one(JsonNode node) {
        try {
            return MAPPER.treeToValue(node, Update.class);
        } catch (JsonProcessingException | RuntimeException e) {
            log.warn(
                    "an update of Telegram's cannot be read, and is left out ({})",
                    e.getClass().getSimpleName());
            Update empty = new Update();
            empty.setUpdateId(node.path("update_id").asInt());
            return empty;
        }
    }
}
