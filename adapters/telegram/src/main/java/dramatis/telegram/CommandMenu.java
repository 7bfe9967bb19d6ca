package dramatis.telegram;

import dramatis.access.Role;
import dramatis.command.CommandSpec;
import dramatis.message.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/**
 * The menus of commands that Telegram offers while people type: a convenience, by scope and language. What has changed since
 * an earlier run is registered anew.
 */
final class CommandMenu {
    private static final Logger log = LoggerFactory.getLogger(CommandMenu.class);
    private static final int MOST = 100;
    private static final int LONGEST = 256;

    private final List<CommandSpec> specs;
    private final Map<String, Locale> languages = new LinkedHashMap<>();

    /** @param always the one language of everybody, where it is set */
    CommandMenu(List<CommandSpec> specs, Optional<Locale> always) {
        this.specs = List.copyOf(specs);
        languages.put("", always.orElse(Locale.ENGLISH));
        if (always.isEmpty()) {
            languages.put("en", Locale.ENGLISH);
            languages.put("zh", Locale.SIMPLIFIED_CHINESE);
        }
    }

    /** Registers what is not registered yet. Asks Telegram, and may block. */
    void register(Api api) {
        Map<BotCommandScope, Role> scopes = new LinkedHashMap<>();
        scopes.put(new BotCommandScopeDefault(), Role.MANAGER);
        scopes.put(new BotCommandScopeAllPrivateChats(), Role.ADMIN);
        scopes.put(new BotCommandScopeAllGroupChats(), Role.MANAGER);
        scopes.put(new BotCommandScopeAllChatAdministrators(), Role.ADMIN);
        try {
            scopes.forEach((scope, role) ->
                    languages.forEach((language, locale) -> register(api, scope, language, commands(role, locale))));
        } catch (ApiFailure e) {
            log.warn("the menus of commands are not all registered: {}", e.getMessage());
        }
    }

    private static void register(Api api, BotCommandScope scope, String language, List<BotCommand> commands) {
        GetMyCommands get = GetMyCommands.builder().scope(scope).build();
        SetMyCommands set =
                SetMyCommands.builder().commands(commands).scope(scope).build();
        if (!language.isEmpty()) {
            get.setLanguageCode(language);
            set.setLanguageCode(language);
        }
        if (!commands.equals(api.repeatedly(0, get))) {
            api.repeatedly(0, set);
        }
    }

    /** Those that a role may use, at least where a thing is its own. */
    List<BotCommand> commands(Role role, Locale locale) {
        Phrases phrases = Phrases.in(locale);
        List<BotCommand> commands = new ArrayList<>();
        commands.add(command("start", "telegram.command.start", phrases));
        specs.stream()
                .filter(spec -> role.atLeast(spec.who().least()) || spec.who().own())
                .map(spec -> command(Written.flat(spec.name()), spec.phraseKey(), phrases))
                .forEach(commands::add);
        commands.add(command("cancel", "telegram.command.cancel", phrases));
        return commands.size() <= MOST ? commands : commands.subList(0, MOST);
    }

    private static BotCommand command(String name, String key, Phrases phrases) {
        String text = phrases.text(key);
        return new BotCommand(name, text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }
}
