package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.message.Segment;
import dramatis.privacy.Keepsake;
import dramatis.privacy.PrivacyStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /privacy export}: all that is kept of whoever asks, as a file: a line for each thing, with its time and place. */
final class PrivacyExportCommand implements Command {
    private final PrivacyStore store;
    private final InstantSource clock;

    PrivacyExportCommand(PrivacyStore store, InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("privacy export", Rule.atLeast(Role.BLOCKED));
    }

    @Override
    public Answer run(CommandCall call) {
        StringBuilder lines = new StringBuilder();
        store.export(call.user(), kept -> lines.append(line(kept)));
        if (lines.isEmpty()) {
            return Answer.say("privacy.nothing");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Answer.of(new Part.File(Attachment.text("privacy-" + today + ".txt", lines.toString())));
    }

    private static String line(Keepsake kept) {
        if (kept instanceof Keepsake.Message message) {
            return line(kept, message.ref().conversation().chatId(), message.name() + ": " + message.text());
        }
        if (kept instanceof Keepsake.Reply reply) {
            return line(kept, reply.place().chatId(), reply.name() + ": " + text(reply.segments()));
        }
        if (kept instanceof Keepsake.Introduction said) {
            return line(kept, "/me", said.name().map(name -> name + ": ").orElse("") + said.text());
        }
        Keepsake.Description described = (Keepsake.Description) kept;
        return line(
                kept,
                described.place().chatId(),
                described.personaId() + " \u2190 " + described.name() + ": " + described.text());
    }

    private static String line(Keepsake kept, String place, String text) {
        return kept.at() + " " + place + " " + text.strip().replace("\n", "\n    ") + "\n";
    }

    private static String text(List<Segment.Visible> segments) {
        return segments.stream()
                .map(segment ->
                        segment.kind() == Segment.Visible.Kind.ACTION ? "*" + segment.text() + "*" : segment.text())
                .collect(Collectors.joining(" "));
    }
}
