package dramatis.app;

import dramatis.characters.CharacterFileException;
import dramatis.console.ConsoleException;
import dramatis.discord.DiscordException;
import dramatis.hub.HubException;
import dramatis.inference.EngineException;
import dramatis.metrics.MetricsException;
import dramatis.session.StoreException;
import dramatis.telegram.TelegramException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Where the program starts. Its exit status is 0 when all went well, 1 when something failed, 2 for wrong usage. */
public final class Main {
    /** Their messages are sentences for people. */
    private static final Set<Class<? extends Exception>> FORESEEN = Set.of(
            CommandFailure.class,
            SettingsException.class,
            CharacterFileException.class,
            DiscordException.class,
            TelegramException.class,
            ConsoleException.class,
            HubException.class,
            MetricsException.class,
            EngineException.class,
            StoreException.class);

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Surroundings.ofThisProcess(), args));
    }

    static int run(Surroundings surroundings, String... args) {
        try {
            return args.length == 1 && args[0].equals("--version")
                    ? version(surroundings)
                    : execute(surroundings, args);
        } finally {
            surroundings.out().flush();
        }
    }

    /** Answered before anything else is loaded. */
    private static int version(Surroundings surroundings) {
        surroundings.out().println(Version.line());
        return 0;
    }

    private static int execute(Surroundings surroundings, String... args) {
        return new CommandLine(new DramatisCommand(), new SurroundedFactory(surroundings))
                .setOut(new PrintWriter(new OutputStreamWriter(surroundings.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(surroundings.err(), StandardCharsets.UTF_8), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, surroundings))
                .execute(args);
    }

    private static int failed(Exception failure, Surroundings surroundings) {
        surroundings.out().flush();
        if (FORESEEN.stream().anyMatch(kind -> kind.isInstance(failure))) {
            surroundings.err().println(failure.getMessage());
            return failure instanceof CommandFailure known ? known.status() : CommandFailure.FAILED;
        }
        LoggerFactory.getLogger(Main.class).error("unexpected failure", failure);
        surroundings.err().println("Dramatis failed unexpectedly: " + failure);
        return CommandFailure.FAILED;
    }
}
