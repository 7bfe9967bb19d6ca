package dramatis.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;

class CommandMenuTest {
    private static final Rule MEMBER = Rule.atLeast(Role.MEMBER);

    private static List<SlashCommandData> commands(CommandSpec... specs) {
        return new CommandMenu(List.of(specs), Locale.ENGLISH).commands();
    }

    private static CommandSpec told(String name, Option... options) {
        return CommandSpec.told(name, MEMBER, options);
    }

    private static Stream<String> names(SlashCommandData command) {
        return command.getSubcommands().stream().map(SubcommandData::getName);
    }

    @Test
    void words_becomeSubcommands() {
        List<SlashCommandData> commands = commands(told("ping"), told("persona list"), told("persona use"));
        assertThat(commands).extracting(SlashCommandData::getName).containsExactly("ping", "persona");
        assertThat(names(commands.get(1))).containsExactly("list", "use");
    }

    @Test
    void bareCommandBesideOne_hyphen() {
        CommandMenu menu = new CommandMenu(List.of(told("reset"), told("reset undo")), Locale.ENGLISH);
        assertThat(menu.commands()).extracting(SlashCommandData::getName).containsExactly("reset", "reset-undo");
        assertThat(menu.spec("reset-undo").orElseThrow().name()).isEqualTo("reset undo");
    }

    @Test
    void bareCommandBesideSeveral_show() {
        CommandMenu menu = new CommandMenu(
                List.of(told("privacy show"), told("persona"), told("persona list"), told("persona use")),
                Locale.ENGLISH);
        assertThat(menu.spec("persona show").orElseThrow().name()).isEqualTo("persona");
    }

    @Test
    void options_requiredFirst_translated() {
        OptionData option = commands(told("persona transfer", Option.flag("sure"), Option.line("name")))
                .get(0)
                .getSubcommands()
                .get(0)
                .getOptions()
                .get(0);
        assertThat(option.isRequired()).isTrue();
        assertThat(option.isAutoComplete()).isTrue();
        assertThat(option.getDescription()).isEqualTo("its id or name");
        assertThat(option.getDescriptionLocalizations().toMap())
                .containsKey(DiscordLocale.CHINESE_CHINA)
                .doesNotContainValue("");
    }

    @Test
    void permissions_adminsOnly_manageServer() {
        SlashCommandData manager = commands(
                        CommandSpec.told("manager add", Rule.atLeast(Role.ADMIN), Option.user("user")))
                .get(0);
        assertThat(manager.getDefaultPermissions()).isNotEqualTo(DefaultMemberPermissions.ENABLED);
    }
}
