package dramatis.testkit;

import static dramatis.testkit.DiscordServerPermission.MENTION_EVERYONE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Whom a text calls ("Allowed Mentions Object"). Where nothing was said about that, a regular message calls everybody that
 * it names, and a webhook's and an answer to an interaction the users only.
 */
final class DiscordServerMentions {
    private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");

    private final DiscordServerMessage message;
    private final JsonNode allowed;
    private final Set<String> pings = new LinkedHashSet<>();

    private DiscordServerMentions(DiscordServerMessage message, JsonNode allowed) {
        this.message = message;
        this.allowed = allowed;
    }

    /** What a person's message calls. */
    static Set<String> of(DiscordServerMessage message, String text) {
        return of(message, text, MissingNode.getInstance());
    }

    /** What a text calls under these allowances; missing or null is the default. */
    static Set<String> of(DiscordServerMessage message, String text, JsonNode allowed) {
        JsonNode rules = allowed.isNull() ? MissingNode.getInstance() : allowed;
        check(rules, "users");
        check(rules, "roles");
        boolean regular = message.webhook().isEmpty() && message.interaction().isEmpty();
        if (rules.isMissingNode() && !regular) {
            rules = DiscordServerJson.json("parse", List.of("users"));
        }
        String components = String.join("\n", message.extra("components").findValuesAsString("content"));
        return new DiscordServerMentions(message, rules).pings(text + "\n" + components);
    }

    /** What the message calls as it is. */
    static Set<String> kept(DiscordServerMessage message) {
        List<DiscordServerMessage.Version> versions = message.versions();
        return versions.isEmpty() ? Set.of() : versions.get(versions.size() - 1).pings();
    }

    private static void check(JsonNode rules, String kind) {
        if (rules.path(kind).size() > 100) {
            throw DiscordServerRefusal.form(
                    "allowed_mentions." + kind, "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer.");
        }
        if (!rules.path(kind).isEmpty() && names(rules.path("parse"), kind)) {
            throw DiscordServerRefusal.form(
                    "allowed_mentions",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
        }
    }

    private Set<String> pings(String text) {
        boolean mayAll = mayCallEverybody();
        if (mayAll && parses("everyone")) {
            addIf(text.contains("@everyone"), "everyone");
            addIf(text.contains("@here"), "here");
        }
        for (Matcher it = USER.matcher(text); it.find(); ) {
            boolean known = message.channel().world().user(it.group(1)).isPresent();
            addIf(known && allows("users", it.group(1)), "user:" + it.group(1));
        }
        for (Matcher it = ROLE.matcher(text); it.find(); ) {
            String id = it.group(1);
            boolean callable = message.channel()
                    .guild()
                    .flatMap(guild -> guild.findRole(id))
                    .filter(role -> mayAll || role.mentionable())
                    .isPresent();
            addIf(callable && allows("roles", id), "role:" + id);
        }
        replied();
        return pings;
    }

    private void replied() {
        boolean calls = allowed.isMissingNode() || allowed.path("replied_user").asBoolean(false);
        message.replyTo()
                .map(it -> message.channel().all().get(it))
                .filter(it -> it.webhook().isEmpty() && !it.author().equals(message.author()))
                .ifPresent(it -> addIf(calls, "user:" + it.authorId()));
    }

    private void addIf(boolean holds, String ping) {
        if (holds) {
            pings.add(ping);
        }
    }

    private boolean allows(String kind, String id) {
        return parses(kind) || names(allowed.path(kind), id);
    }

    private boolean parses(String kind) {
        return allowed.isMissingNode() || names(allowed.path("parse"), kind);
    }

    /** A webhook may, as nobody's permissions are asked for it. */
    private boolean mayCallEverybody() {
        if (message.webhook().isPresent()) {
            return true;
        }
        return message.channel()
                .guild()
                .flatMap(it -> it.findMember(message.authorId()))
                .map(it -> MENTION_EVERYONE.in(DiscordServerPermissions.of(it, message.channel())))
                .orElse(false);
    }

    private static boolean names(JsonNode list, String name) {
        for (JsonNode it : list) {
            if (it.asString().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
