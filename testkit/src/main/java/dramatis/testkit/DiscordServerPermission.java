package dramatis.testkit;

import java.util.Arrays;

/** The permissions that a {@link DiscordServer} looks at, with their bits as Discord documents them. */
public enum DiscordServerPermission {
    ADMINISTRATOR(3),
    MANAGE_CHANNELS(4),
    MANAGE_GUILD(5),
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    MANAGE_MESSAGES(13),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16),
    MENTION_EVERYONE(17),
    MANAGE_ROLES(28),
    MANAGE_WEBHOOKS(29),
    USE_APPLICATION_COMMANDS(31),
    MANAGE_THREADS(34),
    CREATE_PUBLIC_THREADS(35),
    CREATE_PRIVATE_THREADS(36),
    SEND_MESSAGES_IN_THREADS(38);

    private final long bit;

    DiscordServerPermission(int shift) {
        bit = 1L << shift;
    }

    long bit() {
        return bit;
    }

    boolean in(long bits) {
        return (bits & bit) != 0;
    }

    static long bits(DiscordServerPermission... permissions) {
        return Arrays.stream(permissions).mapToLong(it -> it.bit).reduce(0, (a, b) -> a | b);
    }

    static long all() {
        return bits(values());
    }
}
