package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.her.Display;
import dramatis.message.Phrases;
import dramatis.message.Segment;
import dramatis.message.Utterance;
import dramatis.persona.Persona;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A session as Markdown: one paragraph for each time somebody spoke. */
final class ExportedLog {
    private final Phrases phrases;
    private final boolean thoughts;

    ExportedLog(Phrases phrases, boolean thoughts) {
        this.phrases = requireNonNull(phrases, "phrases");
        this.thoughts = thoughts;
    }

    String of(Persona persona, List<Utterance> said) {
        return said.stream()
                .map(this::paragraph)
                .collect(Collectors.joining("\n\n", phrases.text("export.title", persona.name()) + "\n\n", "\n"));
    }

    private String paragraph(Utterance utterance) {
        return utterance.segments().stream()
                .flatMap(segment -> part(segment, utterance.name()).stream())
                .collect(Collectors.joining(" ", "**" + utterance.name() + ":** ", ""));
    }

    private Optional<String> part(Segment segment, String name) {
        if (segment instanceof Segment.Hidden hidden) {
            return thoughts && hidden.kind() == Segment.Hidden.Kind.THOUGHT
                    ? Optional.of(phrases.text("export.thought", hidden.text().strip()))
                    : Optional.empty();
        }
        return Display.of((Segment.Visible) segment, name)
                .map(visible ->
                        visible.kind() == Segment.Visible.Kind.ACTION ? "*" + visible.text() + "*" : visible.text());
    }
}
