package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules for commands ("Application Command Object"). */
final class DiscordServerCommands {
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");

    private DiscordServerCommands() {}

    static void checkAll(List<ObjectNode> commands) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            ObjectNode command = commands.get(i);
            int type = command.path("type").asInt(1);
            if (!names.add(type + " " + text(command, "name"))) {
                throw DiscordServerRefusal.form(
                        i + ".name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
            if (type == 1) {
                check(command, Integer.toString(i));
                tooLong(command, Integer.toString(i));
            } else {
                length(command, "name", i + ".name", 32);
            }
        }
        if (commands.stream().filter(it -> it.path("type").asInt(1) == 1).count() > 100) {
            throw DiscordServerRefusal.of(400, 30032, "Maximum number of application commands reached (100)");
        }
    }

    /** A command, or an option of one. */
    private static void check(JsonNode node, String path) {
        String name = text(node, "name");
        if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw DiscordServerRefusal.form(
                    path + ".name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        length(node, "description", path + ".description", 100);
        node.path("name_localizations").forEach(it -> localized(it, path));
        many(node, "options", path);
        many(node, "choices", path);
        for (JsonNode choice : node.path("choices")) {
            length(choice, "name", path + ".choices.name", 100);
        }
        if (node.path("autocomplete").asBoolean(false) && !node.path("choices").isEmpty()) {
            throw DiscordServerRefusal.form(
                    path,
                    "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
                    "Choices and autocomplete exclude each other");
        }
        options(node, path);
    }

    private static void options(JsonNode node, String path) {
        boolean optional = false;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < node.path("options").size(); i++) {
            JsonNode option = node.path("options").get(i);
            boolean required = option.path("required").asBoolean(false);
            if (required && optional) {
                throw DiscordServerRefusal.form(
                        path + ".options." + i,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            if (!names.add(text(option, "name"))) {
                throw DiscordServerRefusal.form(
                        path + ".options." + i,
                        "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                        "Option name exists");
            }
            optional |= !required && option.path("type").asInt() > 2;
            check(option, path + ".options." + i);
        }
    }

    private static void localized(JsonNode name, String path) {
        String text = name.asString();
        if (!NAME.matcher(text).matches() || !text.equals(text.toLowerCase(Locale.ROOT))) {
            throw DiscordServerRefusal.form(
                    path + ".name_localizations", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private static void many(JsonNode node, String name, String path) {
        DiscordServerForms.many(node.path(name), path + "." + name, 25);
    }

    private static void length(JsonNode node, String name, String path, int most) {
        if (text(node, name).isEmpty()) {
            throw DiscordServerRefusal.form(path, "BASE_TYPE_REQUIRED", "This field is required");
        }
        DiscordServerForms.length(node, name, path, most);
    }

    /** Names, descriptions and values together. */
    private static void tooLong(JsonNode command, String path) {
        if (characters(command) > 8000) {
            throw DiscordServerRefusal.form(
                    path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        }
    }

    private static int characters(JsonNode node) {
        int sum = text(node, "name").length()
                + text(node, "description").length()
                + text(node, "value").length();
        for (JsonNode part : node.path("options")) {
            sum += characters(part);
        }
        for (JsonNode part : node.path("choices")) {
            sum += characters(part);
        }
        return sum;
    }
}
