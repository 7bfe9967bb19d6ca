package dramatis.discord;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Discord the bot's commands, where it knows others: all at once, so that old ones go. May block. */
final class CommandSync {
    private static final Logger log = LoggerFactory.getLogger(CommandSync.class);

    private CommandSync() {}

    static void run(JDA jda, Calls calls, List<? extends CommandData> commands) {
        List<Command> known = Patience.retrying(() -> calls.get(jda.retrieveCommands(true)));
        if (!shown(known.stream().map(CommandData::fromCommand).toList()).equals(shown(commands))) {
            Patience.retrying(() -> calls.get(jda.updateCommands().addCommands(commands)));
            log.info("{} commands registered", commands.size());
        }
    }

    private static Map<String, Map<String, Object>> shown(List<? extends CommandData> commands) {
        return commands.stream()
                .collect(Collectors.toMap(
                        command -> command.getType() + " " + command.getName(),
                        command -> command.toData().toMap()));
    }
}
