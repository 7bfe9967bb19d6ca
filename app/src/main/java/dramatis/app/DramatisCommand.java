package dramatis.app;

import picocli.CommandLine.Command;

/** The program's command line: everything it does is a subcommand. */
@Command(
        name = "dramatis",
        description = "Characters that talk, played by a language model.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ChatCommand.class,
            RunCommand.class,
            CharactersCommand.class,
            DoctorCommand.class,
            HealthCommand.class,
            BenchCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            PromptCommand.class,
            ParseCommand.class,
            CompleteCommand.class
        })
final class DramatisCommand implements Runnable {
    @Override
    public void run() {
        throw CommandFailure.usage("Say what to do, for instance: dramatis chat (dramatis --help lists the rest)");
    }
}
