package dramatis.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.command.Attachment;
import dramatis.command.CommandCall;
import dramatis.command.CommandSpec.Option;
import dramatis.message.Phrases;
import dramatis.message.UserNotice;
import dramatis.telegram.Sending.Where;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/**
 * Asks somebody one thing after another until a call is whole. An answer is a message in a private chat, and a reply to the
 * question in a group, where the bot may see nothing else. Questions wait for fifteen minutes, and not over a restart. Safe
 * for use by many threads; may block.
 */
final class Asking {
    private static final String CHOICE = "o/";
    private static final int PER_ROW = 2;

    private final Sending sending;
    private final Wording wording;
    private final People people;
    private final Cache<List<Long>, Open> waiting = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    Asking(Sending sending, Wording wording, People people) {
        this.sending = sending;
        this.wording = wording;
        this.people = people;
    }

    /**
     * Questions to somebody.
     *
     * @param asker who is asked
     * @param spot where they are asked
     * @param call what it is for, with what was answered
     * @param asked what it was before anything was answered
     * @param left the questions that are left, the one that was put first
     * @param message the question's
     */
    record Open(Asker asker, Spot spot, CommandCall call, CommandCall asked, List<Question> left, int message) {
        Question question() {
            return left.get(0);
        }

        private Open next(CommandCall more) {
            return new Open(asker, spot, more, asked, left.subList(1, left.size()), message);
        }

        private Open at(int question) {
            return new Open(asker, spot, call, asked, left, question);
        }

        private List<Long> key() {
            return List.of(spot.chat(), asker.userId());
        }
    }

    /** Begins to ask. */
    void begin(Asker asker, Spot spot, CommandCall call, List<Question> questions) {
        put(new Open(asker, spot, call, call, List.copyOf(questions), 0));
    }

    private void put(Open open) {
        Where where = Where.at(open.spot())
                .answering(
                        open.spot().isPrivate()
                                ? Optional.empty()
                                : open.asker().message());
        Page page = Lines.of(text(open), false).get(0);
        waiting.put(open.key(), open);
        waiting.put(open.key(), open.at(sending.sendSurely(where.with(keyboard(open)), page)));
    }

    private String text(Open open) {
        Phrases phrases = Phrases.in(open.asker().locale());
        Question question = open.question();
        String label = wording.text(question.label(), open.asker().locale());
        String key = question.kind() == Option.Kind.FILE
                ? "telegram.form.file"
                : question.required() ? "telegram.form.required" : "telegram.form.optional";
        String text = phrases.text(key, label);
        return question.value().isBlank() ? text : text + "\n\n" + question.value();
    }

    private static ReplyKeyboard keyboard(Open open) {
        List<String> choices = open.question().choices();
        if (choices.isEmpty()) {
            return ForceReplyKeyboard.builder().forceReply(true).selective(true).build();
        }
        List<Button> keys = IntStream.range(0, choices.size())
                .mapToObj(number -> new Button(choices.get(number), CHOICE + number))
                .toList();
        return Keys.of(Keys.rows(keys, PER_ROW));
    }

    /** The questions that a message answers. */
    Optional<Open> answeredBy(Reading reading) {
        long chat = reading.message().getChat().getId();
        return Optional.ofNullable(waiting.getIfPresent(
                        List.of(chat, Long.parseLong(reading.author().userId()))))
                .filter(open -> reading.inPrivate()
                        || reading.answered()
                                .map(Message::getMessageId)
                                .filter(id -> id == open.message())
                                .isPresent());
    }

    /** What waits for somebody in a chat. */
    Optional<Open> open(long chat, long user) {
        return Optional.ofNullable(waiting.getIfPresent(List.of(chat, user)));
    }

    /** The choice that a button below the question means; empty where it is another's, or outdated. */
    Optional<String> choice(Open open, int message, String data) {
        if (message != open.message() || !data.matches(CHOICE + "[0-9]{1,3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(data.substring(CHOICE.length()));
        return open.question().choices().stream().skip(number).findFirst();
    }

    static boolean isChoice(String data) {
        return data.startsWith(CHOICE);
    }

    /** Takes a text as the answer, and asks on; the call, once it is whole. */
    Optional<CommandCall> answer(Open open, String text) {
        Question question = open.question();
        if (question.kind() == Option.Kind.FILE || text.isBlank()) {
            put(open);
            return Optional.empty();
        }
        if (text.length() > question.longest()) {
            String label = wording.text(question.label(), open.asker().locale());
            say(open, UserNotice.of("command.option.long", label, text.length(), question.longest()));
            put(open);
            return Optional.empty();
        }
        Optional<String> given = question.kind() == Option.Kind.USER ? people.id(text.strip()) : Optional.of(text);
        if (given.isEmpty()) {
            say(open, UserNotice.of("telegram.person.unknown", text));
            put(open);
            return Optional.empty();
        }
        return on(open.next(open.call().with(question.option(), given.get())));
    }

    /** Takes a file as the answer; as above. */
    Optional<CommandCall> answer(Open open, Attachment file) {
        if (open.question().kind() != Option.Kind.FILE) {
            put(open);
            return Optional.empty();
        }
        return on(open.next(open.call().with(open.question().option(), file)));
    }

    /** Leaves a question out; as above. */
    Optional<CommandCall> skip(Open open) {
        if (open.question().required()) {
            put(open);
            return Optional.empty();
        }
        return on(open.next(open.call()));
    }

    /** Asks no more. */
    void cancel(Open open) {
        waiting.invalidate(open.key());
        say(open, UserNotice.of("telegram.left"));
    }

    private Optional<CommandCall> on(Open open) {
        if (!open.left().isEmpty()) {
            put(open);
            return Optional.empty();
        }
        if (open.call().equals(open.asked())) {
            cancel(open);
            return Optional.empty();
        }
        waiting.invalidate(open.key());
        return Optional.of(open.call());
    }

    private void say(Open open, UserNotice notice) {
        Lines.of(wording.text(notice, open.asker().locale()), false)
                .forEach(page -> sending.sendSurely(Where.at(open.spot()), page));
    }
}
