package dramatis.telegram;

import dramatis.command.CommandCall;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.UserNotice;
import dramatis.platform.Admission;
import dramatis.telegram.Sending.Where;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Takes updates in, one after the other: what must survive is on disk when {@link #consume} returns, since the next poll
 * confirms it. Commands are handed on, in the order of their coming within a chat; what is said after one waits for it.
 */
final class Ingest implements LongPollingUpdateConsumer {
    private static final Logger log = LoggerFactory.getLogger(Ingest.class);

    /** How long a message waits for the commands before it, in seconds. */
    private static final long PATIENCE = 20;

    private static final Set<String> OWN = Set.of("start", "pair", "cancel", "skip");

    private final Parts parts;
    private final Inbox inbox;
    private final Order running;
    private final Order answers;
    private volatile Optional<Me> me = Optional.empty();

    /** What it hands on to. */
    record Parts(
            TelegramStore store,
            Owner owner,
            People people,
            Locales locales,
            Moves moves,
            Admins admins,
            Commands commands,
            Asking asking,
            Answering answering,
            Documents documents,
            Buttons buttons,
            Welcome welcome,
            Notices notices) {}

    Ingest(Parts parts, Inbox inbox, Order running, Order answers) {
        this.parts = parts;
        this.inbox = inbox;
        this.running = running;
        this.answers = answers;
    }

    void me(Me bot) {
        me = Optional.of(bot);
    }

    Optional<Me> me() {
        return me;
    }

    /** Throws only where the bot ends: an exception ends the polling, and so nothing more is confirmed. */
    @Override
    public void consume(List<Update> updates) {
        for (Update update : updates) {
            try {
                take(update);
            } catch (ApiFailure e) {
                if (e.is(ApiFailure.Kind.CLOSED)) {
                    throw e;
                }
                log.error("an update could not be taken in: {}", e.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                log.error("an update could not be taken in", e);
            }
        }
    }

    private void take(Update update) {
        if (update.hasMyChatMember()) {
            Membership.event(update.getMyChatMember()).ifPresent(inbox::accept);
        } else if (update.hasCallbackQuery()) {
            press(update.getCallbackQuery());
        } else if (update.hasEditedMessage()) {
            edited(update.getEditedMessage());
        } else if (update.hasMessage()) {
            written(update.getMessage());
        }
    }

    private Reading reading(Message message) {
        return new Reading(
                me.orElseThrow(),
                message,
                message.getFrom() == null
                        ? parts.locales().in(message.getChat().getId())
                        : parts.locales().of(message.getFrom()));
    }

    private void edited(Message message) {
        Reading reading = reading(message);
        if (!reading.inChannel() && !reading.text().isBlank()) {
            inbox.accept(new InboundEvent.Edited(Reading.ref(message), reading.text()));
        }
    }

    private void written(Message message) {
        long chat = message.getChat().getId();
        if (message.getMigrateToChatId() != null) {
            parts.moves().moved(chat, message.getMigrateToChatId()).ifPresent(inbox::accept);
        } else if (message.getMigrateFromChatId() != null) {
            parts.moves().moved(message.getMigrateFromChatId(), chat).ifPresent(inbox::accept);
        } else if (message.getFrom() != null && !message.getChat().isChannelChat()) {
            said(reading(message));
        }
    }

    private void said(Reading reading) {
        Message message = reading.message();
        long chat = message.getChat().getId();
        if (reading.byPerson()) {
            parts.people().met(message.getFrom());
            parts.locales().spoken(chat, message.getFrom());
            if (command(reading) || answer(reading)) {
                return;
            }
        }
        Optional<InboundMessage> said = reading.said();
        if (said.isPresent()) {
            running.await(chat, PATIENCE);
            Admission admission = inbox.accept(new InboundEvent.Message(said.get()));
            if (admission instanceof Admission.Refused refused) {
                refused(Asker.of(reading), refused.why());
            }
        }
    }

    private void refused(Asker asker, UserNotice why) {
        Where where = Where.at(asker.spot()).answering(asker.message());
        answers.put(asker.spot().chat(), () -> parts.notices().say(where, why, asker.locale()));
    }

    /** Whether it is a command, be it for this bot or for another. */
    private boolean command(Reading reading) {
        Optional<Written> written = Written.read(reading.written());
        if (written.isEmpty()) {
            return false;
        }
        Me bot = me.orElseThrow();
        boolean own = OWN.contains(written.get().word());
        boolean meant = written.get().bot().isPresent() || reading.inPrivate();
        if (written.get().isFor(bot) && (own || meant || parts.commands().has(written.get()))) {
            once(reading, () -> run(reading, written.get(), bot));
        }
        return true;
    }

    private void run(Reading reading, Written written, Me bot) {
        Asker asker = Asker.of(reading);
        Optional<Asking.Open> open = parts.asking().open(asker.spot().chat(), asker.userId());
        switch (written.word()) {
            case "start" ->
                answers.put(
                        asker.spot().chat(),
                        () -> parts.welcome().show(asker, parts.commands().desk(), parts.admins()));
            case "pair" -> say(asker, pair(asker, written));
            case "cancel" ->
                open.ifPresentOrElse(parts.asking()::cancel, () -> say(asker, UserNotice.of("telegram.nothing-open")));
            case "skip" ->
                open.ifPresentOrElse(
                        one -> ran(one, parts.asking().skip(one)),
                        () -> say(asker, UserNotice.of("telegram.nothing-open")));
            default -> parts.commands().run(reading, written, bot);
        }
    }

    private UserNotice pair(Asker asker, Written written) {
        return asker.spot().isPrivate()
                ? parts.owner().pair(Long.toString(asker.userId()), written.rest())
                : UserNotice.of("telegram.pair.private");
    }

    private void say(Asker asker, UserNotice notice) {
        answers.put(asker.spot().chat(), () -> parts.answering().say(asker, notice));
    }

    /** Whether it answers a question that was put to somebody. */
    private boolean answer(Reading reading) {
        Optional<Asking.Open> open = parts.asking().answeredBy(reading);
        open.ifPresent(one -> once(reading, () -> ran(one, answered(one, reading))));
        return open.isPresent();
    }

    private Optional<CommandCall> answered(Asking.Open open, Reading reading) {
        try {
            return reading.message().hasDocument()
                    ? parts.asking()
                            .answer(
                                    open,
                                    parts.documents().fetch(reading.message().getDocument()))
                    : parts.asking().answer(open, reading.written());
        } catch (NotUsableException e) {
            say(Asker.of(reading), e.notice());
            return Optional.empty();
        }
    }

    private void ran(Asking.Open open, Optional<CommandCall> call) {
        call.ifPresent(whole -> parts.commands().run(open.asker(), whole, me.orElseThrow()));
    }

    private void once(Reading reading, Runnable task) {
        Message message = reading.message();
        long chat = message.getChat().getId();
        running.put(chat, () -> {
            if (parts.store().begin("m" + chat + "/" + message.getMessageId())) {
                task.run();
            }
        });
    }

    private void press(CallbackQuery query) {
        if (Keys.NOTHING.equals(query.getData()) || query.getMessage() == null) {
            parts.buttons().toast(query, "");
            return;
        }
        parts.people().met(query.getFrom());
        running.put(query.getMessage().getChatId(), () -> {
            if (parts.store().begin("q" + query.getId())) {
                parts.buttons().pressed(query, me.orElseThrow());
            } else {
                parts.buttons().toast(query, "");
            }
        });
    }

    /** There is nothing to close: what it hands on to is the adapter's. */
    @Override
    public void close() {}
}
