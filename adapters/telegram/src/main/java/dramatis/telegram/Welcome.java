package dramatis.telegram;

import dramatis.command.Answer.Part;
import dramatis.command.CommandCall;
import dramatis.command.CommandDesk;
import dramatis.message.UserNotice;
import dramatis.telegram.Sending.Where;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /start}: who is there, with the characters as buttons: {@code p/ID}. */
final class Welcome {
    private static final String PERSONA = "p/";
    /** How the keys of a character's line begin. */
    private static final String LINE = "persona.line";

    private static final int LONGEST_DATA = 64;
    private static final int MOST = 40;
    private static final int PER_ROW = 2;

    private final Sending sending;
    private final Wording wording;

    Welcome(Sending sending, Wording wording) {
        this.sending = sending;
        this.wording = wording;
    }

    void show(Asker asker, CommandDesk desk, Admins admins) {
        List<Button> keys = characters(asker, desk, admins);
        Where where = Where.at(asker.spot());
        Where chosen = keys.isEmpty() ? where : where.with(Keys.of(Keys.rows(keys, PER_ROW)));
        Lines.of(wording.text(UserNotice.of("telegram.start"), asker.locale()), false)
                .forEach(page -> sending.sendSurely(chosen, page));
    }

    /** Those that the command {@code persona list} names: their id and name come first in its sentences. */
    private static List<Button> characters(Asker asker, CommandDesk desk, Admins admins) {
        return desk.spec("persona list").stream()
                .map(spec -> asker.call(spec, Map.of(), admins))
                .flatMap(call -> desk.run(call).parts().stream())
                .flatMap(Welcome::key)
                .limit(MOST)
                .toList();
    }

    private static Stream<Button> key(Part part) {
        if (part instanceof Part.Say say && say.notice().key().startsWith(LINE)) {
            String data = PERSONA + say.notice().arguments().get(0);
            return data.getBytes(StandardCharsets.UTF_8).length <= LONGEST_DATA
                    ? Stream.of(
                            new Button(String.valueOf(say.notice().arguments().get(1)), data))
                    : Stream.empty();
        }
        return Stream.empty();
    }

    /** The character that a button means. */
    static Optional<String> persona(String data) {
        return data.startsWith(PERSONA) ? Optional.of(data.substring(PERSONA.length())) : Optional.empty();
    }

    /** The call that puts a character on. */
    static Optional<CommandCall> call(String persona, Asker asker, CommandDesk desk, Admins admins) {
        return desk.spec("persona use").map(spec -> asker.call(spec, Map.of("name", persona), admins));
    }
}
