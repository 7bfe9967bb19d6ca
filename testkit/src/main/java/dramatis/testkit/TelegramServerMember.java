package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody is in a chat.
 *
 * @param status creator, administrator, member, left or kicked
 */
record TelegramServerMember(TelegramServerPerson person, String status) {
    private static final List<String> RIGHTS = List.of(
            "can_manage_chat",
            "can_change_info",
            "can_delete_messages",
            "can_invite_users",
            "can_restrict_members",
            "can_pin_messages",
            "can_manage_topics",
            "can_manage_video_chats",
            "can_post_messages",
            "can_edit_messages",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories");

    TelegramServerMember {
        requireNonNull(person, "person");
        requireNonNull(status, "status");
    }

    boolean administers() {
        return status.equals("creator") || status.equals("administrator");
    }

    boolean present() {
        return administers() || status.equals("member");
    }

    /** As a ChatMember object. */
    ObjectNode json() {
        ObjectNode json = TelegramServerJson.object();
        json.set("user", person.json());
        json.put("status", status);
        if (administers()) {
            json.put("is_anonymous", false);
        }
        if (status.equals("administrator")) {
            json.put("can_be_edited", false);
            RIGHTS.forEach(right -> json.put(right, true));
            json.put("can_promote_members", false);
        }
        if (status.equals("kicked")) {
            json.put("until_date", 0);
        }
        return json;
    }
}
