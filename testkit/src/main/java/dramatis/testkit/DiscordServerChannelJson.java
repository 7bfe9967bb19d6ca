package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A channel as Discord's documentation has it ("Channel Object"). */
final class DiscordServerChannelJson {
    private DiscordServerChannelJson() {}

    static ObjectNode of(DiscordServerChannel channel) {
        ObjectNode json =
                json("id", channel.id(), "type", channel.kind().number(), "last_message_id", last(channel), "flags", 0);
        channel.person().ifPresent(it -> json.set("recipients", DiscordServerJson.array(List.of(it.json()))));
        channel.guild().ifPresent(it -> json.setAll(inGuild(channel, it)));
        if (channel.kind().isThread()) {
            json.setAll(thread(channel));
        }
        return json;
    }

    private static @Nullable String last(DiscordServerChannel channel) {
        return channel.all().keySet().stream().reduce((a, b) -> b).orElse(null);
    }

    private static ObjectNode inGuild(DiscordServerChannel channel, DiscordServerGuild guild) {
        return json(
                "guild_id",
                guild.id(),
                "name",
                channel.name(),
                "topic",
                null,
                "position",
                0,
                "parent_id",
                channel.parent().map(DiscordServerChannel::id).orElse(null),
                "nsfw",
                channel.ageRestricted(),
                "rate_limit_per_user",
                0,
                "permission_overwrites",
                channel.overwrites().stream().map(DiscordServerOverwrite::json).toList(),
                "available_tags",
                List.of(),
                "default_sort_order",
                null,
                "default_forum_layout",
                0,
                "default_reaction_emoji",
                null);
    }

    private static ObjectNode thread(DiscordServerChannel thread) {
        ObjectNode json = json(
                "owner_id",
                thread.ownerId(),
                "message_count",
                thread.messages().size(),
                "total_message_sent",
                thread.all().size(),
                "member_count",
                thread.joined().size(),
                "applied_tags",
                List.of(),
                "thread_metadata",
                json(
                        "archived",
                        thread.archived(),
                        "auto_archive_duration",
                        4320,
                        "archive_timestamp",
                        DiscordServerWorld.LONG_AGO,
                        "locked",
                        thread.locked(),
                        "invitable",
                        true,
                        "create_timestamp",
                        DiscordServerWorld.LONG_AGO));
        String self = thread.world().self().id();
        if (thread.joined().contains(self)) {
            json.set("member", member(thread, self));
        }
        return json;
    }

    static ObjectNode member(DiscordServerChannel thread, String userId) {
        return json("id", thread.id(), "user_id", userId, "join_timestamp", DiscordServerWorld.LONG_AGO, "flags", 0);
    }
}
