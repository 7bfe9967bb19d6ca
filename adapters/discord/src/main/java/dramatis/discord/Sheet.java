package dramatis.discord;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.message.Segment;
import dramatis.message.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.FileUpload;

/** A command's answer as messages of Discord: texts, files, and a row of buttons at the end. Used by one thread. */
final class Sheet {
    private final Forms forms;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();
    private final List<FileUpload> files = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();

    /** Lays an answer out; its questions and forms are kept for their buttons. */
    Sheet(Answer answer, Forms forms, Locale locale) {
        this.forms = forms;
        this.locale = locale;
        answer.parts().forEach(this::add);
    }

    private void add(Part part) {
        if (part instanceof Part.Say say) {
            line(Wording.text(say.notice(), locale));
        } else if (part instanceof Part.Verbatim verbatim) {
            line(Escape.text(verbatim.text()));
        } else if (part instanceof Part.Said said) {
            said(said.utterance());
        } else if (part instanceof Part.Secret secret) {
            secret.hidden()
                    .forEach(hidden -> secrets.add(Escape.text(hidden.text().strip())));
        } else if (part instanceof Part.File file) {
            files.add(FileUpload.fromData(
                    file.attachment().content(), file.attachment().name()));
        } else if (part instanceof Part.Form form) {
            line(Wording.text(form.title(), locale));
            buttons.add(Button.primary(Press.form(forms.keep(form)), Wording.plain(form.title(), locale)));
        } else if (part instanceof Part.Confirm confirm) {
            ask(confirm);
        }
    }

    private void ask(Part.Confirm confirm) {
        line(Wording.text(confirm.question(), locale));
        String id = forms.keep(confirm);
        buttons.add(Button.danger(Press.confirm(id, true), Wording.plain("discord.yes", locale)));
        buttons.add(Button.secondary(Press.confirm(id, false), Wording.plain("discord.no", locale)));
    }

    private void said(Utterance utterance) {
        List<Segment.Visible> visible = utterance.segments().stream()
                .filter(Segment.Visible.class::isInstance)
                .map(Segment.Visible.class::cast)
                .filter(segment -> !segment.text().isBlank())
                .toList();
        String said = String.join("\n", Pages.of(visible, ""));
        line("**" + Escape.text(utterance.name()) + "** " + said);
    }

    private void line(String line) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
    }

    /** Nothing to be seen. */
    boolean empty() {
        return texts().isEmpty() && files.isEmpty() && buttons.isEmpty();
    }

    List<String> texts() {
        return Cut.of(text.toString());
    }

    /** Thoughts, for the owner's eyes. */
    List<String> secrets() {
        return Cut.of(String.join("\n\n", secrets));
    }

    List<FileUpload> files() {
        return List.copyOf(files);
    }

    List<ActionRow> rows() {
        return buttons.isEmpty() ? List.of() : List.of(ActionRow.of(buttons));
    }
}
