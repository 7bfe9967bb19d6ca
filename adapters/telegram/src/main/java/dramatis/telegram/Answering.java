package dramatis.telegram;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.command.Attachment;
import dramatis.command.CommandCall;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Audience;
import dramatis.message.UserNotice;
import dramatis.telegram.Sending.Where;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.InputFile;

/**
 * Shows the answers of commands. What is for one person goes to their private chat, unless it is a sentence or two that
 * may be read by all; where they never wrote to the bot, it says so. Safe for use by many threads; may block.
 */
final class Answering {
    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    /** Commands that speak of one person, or of what nobody but the owner may see. */
    private static final Set<String> PERSONAL =
            Set.of("privacy", "me", "thoughts", "plan", "prompt", "memory", "export");

    private static final int SHORT = 3;

    private final Api api;
    private final Sending sending;
    private final Wording wording;
    private final Asking asking;
    private final Confirming confirming;

    Answering(Api api, Sending sending, Wording wording, Asking asking, Confirming confirming) {
        this.api = api;
        this.sending = sending;
        this.wording = wording;
        this.asking = asking;
        this.confirming = confirming;
    }

    /** Shows an answer. */
    void show(Asker asker, Audience audience, CommandCall call, Answer answer, Optional<Me> me) {
        boolean here = asker.spot().isPrivate() || audience == Audience.EVERYBODY || harmless(call, answer);
        Sheet sheet = new Sheet(answer, wording, asker.locale());
        if (here) {
            lay(asker, asker.spot(), sheet);
        } else if (!privately(asker, () -> lay(asker, home(asker), sheet))) {
            writeFirst(asker, me);
        }
        if (!sheet.secrets().isEmpty()
                && !privately(
                        asker,
                        () -> sheet.secrets().forEach(page -> sending.sendSurely(Where.at(home(asker)), page)))) {
            writeFirst(asker, me);
        }
    }

    private static Spot home(Asker asker) {
        return new Spot(asker.userId(), Optional.empty());
    }

    /** Whether all may read an answer that is meant for one. */
    static boolean harmless(CommandCall call, Answer answer) {
        String first = call.name().split(" ", 2)[0];
        return !PERSONAL.contains(first)
                && answer.parts().size() <= SHORT
                && answer.parts().stream().allMatch(part -> part instanceof Part.Say || part instanceof Part.Working);
    }

    /** False where somebody never wrote to the bot, or blocked it, or cannot be written to: a group's face. */
    private static boolean privately(Asker asker, Runnable telling) {
        if (asker.userId() < 0) {
            return false;
        }
        try {
            telling.run();
            return true;
        } catch (ApiFailure e) {
            if (e.is(ApiFailure.Kind.REFUSED) && (e.code() == 403 || e.says("chat not found"))) {
                return false;
            }
            throw e;
        }
    }

    private void writeFirst(Asker asker, Optional<Me> me) {
        Where where = Where.at(asker.spot()).answering(asker.message());
        String text = wording.text(UserNotice.of("telegram.private.first"), asker.locale());
        String label = wording.text(UserNotice.of("telegram.private.open"), asker.locale());
        Where linked = me.map(bot -> where.with(Keys.link(label, "https://t.me/" + bot.username() + "?start=hello")))
                .orElse(where);
        Lines.of(text, false).forEach(page -> sending.sendSurely(linked, page));
    }

    private void lay(Asker asker, Spot spot, Sheet sheet) {
        List<Page> pages = sheet.pages();
        boolean sameChat = spot.equals(asker.spot());
        Optional<Integer> answered = sameChat && !spot.isPrivate() ? asker.message() : Optional.empty();
        for (int i = 0; i < pages.size(); i++) {
            Where where = Where.at(spot).answering(i == 0 ? answered : Optional.empty());
            boolean last = i == pages.size() - 1;
            sending.sendSurely(last ? withQuestion(where, asker, sheet) : where, pages.get(i));
        }
        sheet.files().forEach(file -> send(spot, file));
        sheet.form()
                .ifPresent(form -> asking.begin(
                        asker,
                        spot,
                        form.call(),
                        form.fields().stream().map(Question::of).toList()));
    }

    private Where withQuestion(Where where, Asker asker, Sheet sheet) {
        return sheet.question()
                .map(question -> where.with(confirming.keep(question, asker, asker.locale())))
                .orElse(where);
    }

    private void send(Spot target, Attachment file) {
        sending.followed(
                target,
                spot -> api.patiently(spot.chat(), () -> {
                    SendDocument document = SendDocument.builder()
                            .chatId(spot.chatId())
                            .document(new InputFile(new ByteArrayInputStream(file.content()), file.name()))
                            .build();
                    spot.topic().ifPresent(document::setMessageThreadId);
                    return document;
                }));
    }

    /** Says a sentence to somebody where they are. */
    void say(Asker asker, UserNotice notice) {
        Where where = Where.at(asker.spot()).answering(asker.spot().isPrivate() ? Optional.empty() : asker.message());
        try {
            Lines.of(wording.text(notice, asker.locale()), false).forEach(page -> sending.sendSurely(where, page));
        } catch (ApiFailure e) {
            log.debug("a sentence was not said: {}", e.getMessage());
        }
    }

    String text(UserNotice notice, Asker asker) {
        return wording.text(notice, asker.locale());
    }

    /** The audience of a call. */
    static Audience audience(Optional<CommandSpec> spec) {
        return spec.map(CommandSpec::audience).orElse(Audience.CALLER);
    }
}
