package dramatis.console;

import java.util.Optional;

/** What the console must know that no port tells. Called on its own and on lane threads; may block on the store alone. */
public interface Backstage {
    /** The name of the character that answers on the console now. */
    String character();

    /** The line that a turn of an earlier run answers; empty where nobody typed one, as for a greeting. */
    Optional<String> asked(long turnId);
}
