package dramatis.telegram;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.command.Attachment;
import dramatis.message.Segment;
import dramatis.message.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A command's answer as messages: texts, files, and what it asks. Used by one thread. */
final class Sheet {
    private final Wording wording;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();
    private final List<Page> pages = new ArrayList<>();
    private final List<Attachment> files = new ArrayList<>();
    private final List<Segment.Visible> secrets = new ArrayList<>();
    private Optional<Part.Confirm> question = Optional.empty();
    private Optional<Part.Form> form = Optional.empty();

    Sheet(Answer answer, Wording wording, Locale locale) {
        this.wording = wording;
        this.locale = locale;
        answer.parts().forEach(this::add);
        turn();
    }

    private void add(Part part) {
        if (part instanceof Part.Say say) {
            line(wording.text(say.notice(), locale));
        } else if (part instanceof Part.Verbatim verbatim) {
            line(verbatim.text());
        } else if (part instanceof Part.Said said) {
            said(said.utterance());
        } else if (part instanceof Part.Secret secret) {
            // in italics, as what is not said
            secret.hidden().forEach(hidden -> secrets.add(Segment.action(hidden.text())));
        } else if (part instanceof Part.File file) {
            files.add(file.attachment());
        } else if (part instanceof Part.Form asked) {
            form = Optional.of(asked);
        } else if (part instanceof Part.Confirm asked) {
            line(wording.text(asked.question(), locale));
            question = Optional.of(asked);
        }
    }

    private void line(String line) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
    }

    private void said(Utterance utterance) {
        turn();
        List<Segment.Visible> visible = utterance.segments().stream()
                .filter(Segment.Visible.class::isInstance)
                .map(Segment.Visible.class::cast)
                .filter(segment -> !segment.text().isBlank())
                .toList();
        pages.addAll(Pages.of(visible, utterance.name()));
    }

    private void turn() {
        pages.addAll(Lines.of(text.toString(), false));
        text.setLength(0);
    }

    List<Page> pages() {
        return List.copyOf(pages);
    }

    List<Attachment> files() {
        return List.copyOf(files);
    }

    /** Thoughts, for the owner's eyes. */
    List<Page> secrets() {
        return Pages.of(secrets, "");
    }

    Optional<Part.Confirm> question() {
        return question;
    }

    Optional<Part.Form> form() {
        return form;
    }
}
