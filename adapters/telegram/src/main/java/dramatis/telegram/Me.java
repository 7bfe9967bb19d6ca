package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * The bot, as Telegram knows it.
 *
 * @param username without the @
 * @param readsAll whether it sees all messages of groups: privacy mode is off
 */
record Me(long id, String username, boolean readsAll) {
    Me {
        requireNonNull(username, "username");
    }

    static Me of(User user) {
        String username = Optional.ofNullable(user.getUserName()).orElse("");
        return new Me(user.getId(), username, Boolean.TRUE.equals(user.getCanReadAllGroupMessages()));
    }

    boolean called(String name) {
        return !username.isEmpty() && username.equalsIgnoreCase(name);
    }
}
