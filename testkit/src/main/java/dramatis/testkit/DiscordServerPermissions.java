package dramatis.testkit;

import static dramatis.testkit.DiscordServerPermission.ADMINISTRATOR;
import static dramatis.testkit.DiscordServerPermission.MANAGE_THREADS;
import static dramatis.testkit.DiscordServerPermission.SEND_MESSAGES;
import static dramatis.testkit.DiscordServerPermission.SEND_MESSAGES_IN_THREADS;
import static dramatis.testkit.DiscordServerPermission.VIEW_CHANNEL;

import java.util.List;
import java.util.function.Predicate;

/** Who may do what where, computed as Discord documents it ("Permission Overwrites"). */
final class DiscordServerPermissions {
    private DiscordServerPermissions() {}

    static long of(DiscordServerMember member, DiscordServerChannel channel) {
        long base = base(member);
        if (ADMINISTRATOR.in(base)) {
            return base;
        }
        DiscordServerChannel ruling = channel.parent().orElse(channel);
        String everyone = member.guild().id();
        List<String> roles = member.roles().stream().map(DiscordServerRole::id).toList();
        long bits = apply(base, ruling, it -> it.id().equals(everyone));
        bits = apply(bits, ruling, it -> it.role() && roles.contains(it.id()));
        bits = apply(bits, ruling, it -> it.id().equals(member.id()));
        return VIEW_CHANNEL.in(bits) ? bits : 0;
    }

    private static long base(DiscordServerMember member) {
        if (member == member.guild().owner()) {
            return DiscordServerPermission.all();
        }
        long bits = member.guild().everyone().permissions();
        for (DiscordServerRole role : member.roles()) {
            bits |= role.permissions();
        }
        return ADMINISTRATOR.in(bits) ? DiscordServerPermission.all() : bits;
    }

    private static long apply(long bits, DiscordServerChannel channel, Predicate<DiscordServerOverwrite> whose) {
        long allow = 0;
        long deny = 0;
        for (DiscordServerOverwrite it : channel.overwrites()) {
            allow |= whose.test(it) ? it.allow() : 0;
            deny |= whose.test(it) ? it.deny() : 0;
        }
        return (bits & ~deny) | allow;
    }

    /** What the bot may do there; everything in a private chat. */
    static long ofBot(DiscordServerChannel channel) {
        return channel.guild().map(it -> of(it.self(), channel)).orElse(DiscordServerPermission.all());
    }

    /** Whether the bot sees a channel; a private thread only when it is in it or manages threads. */
    static boolean sees(DiscordServerChannel channel) {
        boolean closed = channel.kind() == DiscordServerChannelKind.PRIVATE_THREAD
                && !channel.joined().contains(channel.world().self().id());
        long bits = ofBot(channel);
        return VIEW_CHANNEL.in(bits) && (!closed || MANAGE_THREADS.in(bits));
    }

    static boolean has(DiscordServerChannel channel, DiscordServerPermission permission) {
        return permission.in(ofBot(channel));
    }

    /** Refuses what the bot may not do there. */
    static void require(DiscordServerChannel channel, DiscordServerPermission... needed) {
        if (!sees(channel)) {
            throw DiscordServerRefusal.missingAccess();
        }
        for (DiscordServerPermission permission : needed) {
            if (!has(channel, permission)) {
                throw DiscordServerRefusal.missingPermissions();
            }
        }
    }

    /** In a locked thread only its keepers make or change messages. */
    static void requireUnlocked(DiscordServerChannel channel) {
        if (channel.locked() && !has(channel, MANAGE_THREADS)) {
            throw DiscordServerRefusal.of(400, 160_005, "Thread is locked");
        }
    }

    /** Refuses a post where the bot may not post. */
    static void requirePost(DiscordServerChannel channel) {
        require(channel, channel.kind().isThread() ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES);
        requireUnlocked(channel);
        if (channel.kind() == DiscordServerChannelKind.FORUM) {
            throw DiscordServerRefusal.of(400, 40058, "Cannot send a message in a forum channel");
        }
        if (channel.world().closed(channel)) {
            throw DiscordServerRefusal.of(403, 50007, "Cannot send messages to this user");
        }
    }
}
