package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.message.UserNotice;
import dramatis.privacy.Kept;
import dramatis.privacy.PrivacyStore;
import java.util.ArrayList;
import java.util.List;

/** {@code /privacy show}: how much is kept of whoever asks. */
final class PrivacyShowCommand implements Command {
    private final PrivacyStore store;

    PrivacyShowCommand(PrivacyStore store) {
        this.store = requireNonNull(store, "store");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("privacy show", Rule.atLeast(Role.BLOCKED));
    }

    @Override
    public Answer run(CommandCall call) {
        Kept kept = store.show(call.user());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Say(kept.since()
                .map(since -> UserNotice.of(
                        "privacy.kept", kept.messages(), kept.descriptions(), kept.conversations(), since))
                .orElseGet(() -> UserNotice.of("privacy.nothing"))));
        parts.add(new Part.Say(UserNotice.of(kept.optedOut() ? "privacy.out" : "privacy.how")));
        return new Answer(parts);
    }
}
