package dramatis.command;

import java.util.List;

/** One thing that people can ask for. Stateless; safe for use by many threads. */
public interface Command {
    CommandSpec spec();

    /** Does it. Called by the desk alone, once the caller is known to be allowed; may block on the store. */
    Answer run(CommandCall call);

    /** Whether what the call is about is the caller's own: asked where the rule lets those do it. */
    default boolean own(CommandCall call) {
        return false;
    }

    /** What could be given for an option; the adapter narrows it down by what is typed. Reads memory or one row. */
    default List<String> completions(CommandCall call, String option) {
        return List.of();
    }
}
