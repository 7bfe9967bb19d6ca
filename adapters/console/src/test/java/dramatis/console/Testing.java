package dramatis.console;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the tests agree on. */
final class Testing {
    static final Backstage BACKSTAGE = new Backstage() {
        @Override
        public String character() {
            return TestingCore.NAME;
        }

        @Override
        public Optional<String> asked(long turnId) {
            return Optional.of("an old line");
        }
    };

    private Testing() {}

    static ConsoleOptions options(Path directory, Optional<Path> history) {
        return new ConsoleOptions(
                "Mary", "here", "the understudy", true, false, true, history, directory, Locale.ENGLISH);
    }
}
