/** Telegram as a platform, by telegrambots: private chats, groups and forum topics. */
@NullMarked
package dramatis.telegram;

import org.jspecify.annotations.NullMarked;
