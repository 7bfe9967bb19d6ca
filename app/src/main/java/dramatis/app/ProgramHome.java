package dramatis.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the program is installed, and what comes with it. Nothing here depends on the working directory. */
final class ProgramHome {
    private static final String UNDERSTUDY = "models/understudy";

    private ProgramHome() {}

    /** The checkpoint that comes with the program, where it was left in its place. */
    static Optional<Path> understudy() {
        return Stream.iterate(code(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(UNDERSTUDY))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** The jar or the folder that this class was loaded from. */
    private static Path code() {
        try {
            return Path.of(ProgramHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
