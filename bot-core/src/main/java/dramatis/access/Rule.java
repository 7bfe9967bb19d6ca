package dramatis.access;

import static java.util.Objects.requireNonNull;

/**
 * Who may do a thing.
 *
 * @param least the least role that may
 * @param own whether those may too whose own thing it is: the creator of a persona, the author of what a turn answers
 */
public record Rule(Role least, boolean own) {
    public Rule {
        requireNonNull(least, "least");
    }

    public static Rule atLeast(Role least) {
        return new Rule(least, false);
    }

    /** For those whose own thing it is, and for a role. */
    public static Rule ownOr(Role least) {
        return new Rule(least, true);
    }
}
