package dramatis.telegram;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.command.CommandCall;
import dramatis.message.UserNotice;
import dramatis.telegram.Confirming.Waiting;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Does what the buttons below the bot's messages say. Safe for use by many threads; may block. */
final class Buttons {
    private static final int LONGEST_TOAST = 200;

    private final Api api;
    private final Locales locales;
    private final Commands commands;
    private final Asking asking;
    private final Confirming confirming;
    private final Answering answering;
    private final Controls controls;
    private final Admins admins;

    Buttons(
            Api api,
            Locales locales,
            Commands commands,
            Asking asking,
            Confirming confirming,
            Answering answering,
            Controls controls,
            Admins admins) {
        this.api = api;
        this.locales = locales;
        this.commands = commands;
        this.asking = asking;
        this.confirming = confirming;
        this.answering = answering;
        this.controls = controls;
        this.admins = admins;
    }

    /** Does it, and tells whoever pressed what came of it; the button's wheel turns until then. */
    void pressed(CallbackQuery query, Me me) {
        if (query.getMessage() == null || query.getData() == null) {
            toast(query, "");
            return;
        }
        Asker asker = asker(query);
        Optional<UserNotice> notice = Optional.empty();
        try {
            notice = act(query.getData(), asker, me);
        } finally {
            toast(query, notice.map(it -> answering.text(it, asker)).orElse(""));
        }
    }

    /** Says that it was seen. */
    void toast(CallbackQuery query, String text) {
        AnswerCallbackQuery answer =
                AnswerCallbackQuery.builder().callbackQueryId(query.getId()).build();
        if (!text.isEmpty()) {
            answer.setText(text.length() <= LONGEST_TOAST ? text : text.substring(0, LONGEST_TOAST - 1) + "…");
        }
        api.carelessly(answer);
    }

    private Asker asker(CallbackQuery query) {
        Spot spot = query.getMessage() instanceof Message message
                ? Spot.of(Reading.conversation(message))
                : new Spot(query.getMessage().getChatId(), Optional.empty());
        return new Asker(
                query.getFrom().getId(),
                Reading.name(query.getFrom()),
                false,
                locales.of(query.getFrom()),
                spot,
                Optional.of(query.getMessage().getMessageId()));
    }

    private Optional<UserNotice> act(String data, Asker asker, Me me) {
        Optional<ControlData> control = ControlData.read(data);
        if (control.isPresent()) {
            return control(control.get(), asker);
        }
        if (Confirming.isAnswer(data)) {
            return confirmed(data, asker, me);
        }
        if (Asking.isChoice(data)) {
            return chosen(data, asker, me);
        }
        Optional<String> persona = Welcome.persona(data);
        persona.flatMap(id -> Welcome.call(id, asker, commands.desk(), admins))
                .ifPresent(call -> commands.run(asker, call, me));
        return Optional.empty();
    }

    private Optional<UserNotice> control(ControlData control, Asker asker) {
        Answer answer = commands.answer(asker, control.command(), control.options());
        Optional<UserNotice> said = answer.parts().stream()
                .filter(Part.Say.class::isInstance)
                .map(part -> ((Part.Say) part).notice())
                .findFirst();
        if (said.filter(notice -> notice.key().equals("reply.outdated")).isPresent()) {
            asker.message().ifPresent(message -> controls.outdated(asker.spot(), message));
        }
        return said;
    }

    /** A question is answered by whoever it was put to. */
    private Optional<UserNotice> confirmed(String data, Asker asker, Me me) {
        Optional<Waiting> waiting = confirming.of(data);
        if (waiting.isEmpty()) {
            asker.message().ifPresent(message -> controls.outdated(asker.spot(), message));
            return Optional.of(UserNotice.of("telegram.outdated"));
        }
        if (waiting.get().asker().userId() != asker.userId()) {
            return Optional.of(UserNotice.of("telegram.not-yours"));
        }
        confirming.over(data);
        asker.message().ifPresent(message -> controls.outdated(asker.spot(), message));
        if (!Confirming.isYes(data)) {
            return Optional.of(UserNotice.of("telegram.left"));
        }
        commands.run(waiting.get().asker(), waiting.get().question().call(), me);
        return Optional.empty();
    }

    private Optional<UserNotice> chosen(String data, Asker asker, Me me) {
        int message = asker.message().orElse(0);
        Optional<Asking.Open> open = asking.open(asker.spot().chat(), asker.userId());
        Optional<String> choice = open.flatMap(one -> asking.choice(one, message, data));
        if (choice.isEmpty()) {
            return Optional.of(UserNotice.of("telegram.outdated"));
        }
        controls.outdated(asker.spot(), message);
        Optional<CommandCall> call = asking.answer(open.get(), choice.get());
        call.ifPresent(whole -> commands.run(open.get().asker(), whole, me));
        return Optional.empty();
    }
}
