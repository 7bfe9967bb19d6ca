package dramatis.command;

import java.util.List;

/** One thing that people can ask for. Stateless; safe for use by many threads. */
public interface Command {
    CommandSpec spec();

    /** Does it. Called by the desk alone, once the caller is known to be allowed; may block on the store. */
    Answer run(CommandCall call);

    /** What could be given for an option; the adapter narrows it down by what is typed. Reads memory or one row. */
    default List<String> completions(CommandCall call, String option) {
        return List.of();
    }
}
