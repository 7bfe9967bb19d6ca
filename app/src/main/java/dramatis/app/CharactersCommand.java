package dramatis.app;

import picocli.CommandLine.Command;

/** {@code dramatis characters}: who can be played. */
@Command(
        name = "characters",
        description = "Shows and checks characters, brings them in and takes them along.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            CharactersListCommand.class,
            CharactersShowCommand.class,
            CharactersValidateCommand.class,
            CharactersImportCommand.class,
            CharactersExportCommand.class
        })
final class CharactersCommand implements Runnable {
    @Override
    public void run() {
        throw CommandFailure.usage("Say what to do: dramatis characters list, show, validate, import or export");
    }
}
