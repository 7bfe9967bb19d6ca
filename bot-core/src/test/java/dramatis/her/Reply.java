package dramatis.her;

import dramatis.her.HerParser.Options;
import dramatis.her.HerParser.Start;
import java.util.List;

/**
 * A reply whose words say what may happen to them: {@code hid7} must never be shown, {@code vis7} must be when the reply
 * is whole, {@code any7} may be either.
 *
 * @param raw what the model writes
 * @param options how it is read
 * @param truncatable whether no beginning of it shows a hidden word: not so where only a later tag tells
 */
record Reply(String raw, Options options, boolean truncatable) {
    static final String OWN = "Mr. Fox";
    static final List<String> OTHERS = List.of("Anna", "Dr. (Who)", "小红", "O'Neil+", "Mr. Fox");

    static Reply of(String raw, Start start) {
        return new Reply(raw, Options.of(start, OWN, OTHERS), true);
    }

    Reply untruncatable() {
        return new Reply(raw, options, false);
    }

    Reply with(Markup markup) {
        return new Reply(raw, options.with(markup), truncatable);
    }

    Reply upTo(int length) {
        return new Reply(raw.substring(0, length), options, truncatable);
    }

    @Override
    public String toString() {
        return options.start() + " " + raw.replace("\n", "\\n");
    }
}
