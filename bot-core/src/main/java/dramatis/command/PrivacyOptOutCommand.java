package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.privacy.PrivacyStore;

/** {@code /privacy optout} and {@code optin}: nothing more is kept of whoever asks, nor answered, until they say otherwise. */
final class PrivacyOptOutCommand implements Command {
    private final boolean out;
    private final PrivacyStore store;

    PrivacyOptOutCommand(boolean out, PrivacyStore store) {
        this.out = out;
        this.store = requireNonNull(store, "store");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(out ? "privacy optout" : "privacy optin", Rule.atLeast(Role.BLOCKED));
    }

    @Override
    public Answer run(CommandCall call) {
        store.optOut(call.user(), out);
        return Answer.say(out ? "privacy.out" : "privacy.in");
    }
}
