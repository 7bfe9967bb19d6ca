package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.json;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A guild as Discord's documentation has it ("Guild Object", and "Guild Create" for the whole). */
final class DiscordServerGuildJson {
    private DiscordServerGuildJson() {}

    static ObjectNode of(DiscordServerGuild guild) {
        ObjectNode looks = json(
                "id", guild.id(),
                "name", guild.name(),
                "icon", null,
                "splash", null,
                "discovery_splash", null,
                "description", null,
                "banner", null,
                "vanity_url_code", null,
                "preferred_locale", "en-US");
        ObjectNode people = json(
                "owner_id",
                guild.owner().id(),
                "roles",
                guild.roles().stream().map(DiscordServerRole::json).toList(),
                "emojis",
                List.of(),
                "stickers",
                List.of(),
                "features",
                List.of(),
                "application_id",
                null,
                "max_members",
                500_000,
                "max_video_channel_users",
                25);
        ObjectNode rules = json(
                "verification_level", 0,
                "default_message_notifications", 1,
                "explicit_content_filter", 0,
                "mfa_level", 0,
                "nsfw_level", 0,
                "premium_tier", 0,
                "premium_subscription_count", 0,
                "premium_progress_bar_enabled", false);
        ObjectNode places = json(
                "afk_channel_id", null,
                "afk_timeout", 300,
                "system_channel_id", null,
                "system_channel_flags", 0,
                "rules_channel_id", null,
                "public_updates_channel_id", null,
                "safety_alerts_channel_id", null);
        return looks.setAll(people).setAll(rules).setAll(places);
    }

    static ObjectNode whole(DiscordServerGuild guild) {
        return of(guild)
                .setAll(json(
                        "joined_at",
                        DiscordServerWorld.LONG_AGO,
                        "large",
                        false,
                        "unavailable",
                        false,
                        "member_count",
                        guild.members().size(),
                        "voice_states",
                        List.of(),
                        "members",
                        guild.members().stream().map(DiscordServerMember::json).toList(),
                        "channels",
                        guild.channelsJson(false),
                        "threads",
                        guild.channelsJson(true),
                        "presences",
                        List.of(),
                        "stage_instances",
                        List.of(),
                        "guild_scheduled_events",
                        List.of(),
                        "soundboard_sounds",
                        List.of()));
    }
}
