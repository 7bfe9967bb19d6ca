package dramatis.her;

import dramatis.her.HerParser.Start;
import java.util.List;

/**
 * Makes replies that stray, of labelled words: each seed gives one. What comes after a block that was not closed as it
 * should be may be hidden or shown.
 */
final class Malformed {
    private static final List<String> BETWEEN = List.of("", "", "<3", "a < b", "<b>", "(sic)", "é");
    private static final List<String> THOUGHTS = List.of(
            "role_thinking",
            "role_think",
            "Role_Thinking",
            "role thinking",
            " role_thinking ",
            "role-thinking",
            "rolethinking",
            "long_role_thinking",
            "think",
            "thinking",
            "thought",
            "Thoughts",
            "role_thought",
            "inner_thoughts",
            "role_thinkng",
            "role_thnking",
            "roel_thinking",
            "role_thougth",
            "thoguht",
            "system_thinking",
            "system_think",
            "System Thinking",
            "role_thinking mood=\"x\"",
            "*thinking*",
            "THINK",
            "role_\nthinking",
            "th\u200bink");
    private static final List<String> ACTIONS =
            List.of("role_action", "Role_Action", " role_action ", "role action", "action");

    private final WellFormed words;
    private boolean truncatable = true;
    /** Whether a hidden block was left open: what follows is anybody's guess. */
    private boolean astray;

    Malformed(long seed) {
        words = new WellFormed(~seed);
    }

    Reply reply() {
        Start start = words.pick(List.of(Start.values()));
        StringBuilder raw = new StringBuilder(plan(start));
        for (int i = words.below(5); i >= 0; i--) {
            raw.append(part()).append(words.pick(List.of("", " ", "\n")));
        }
        Reply reply = Reply.of(raw + end(), start);
        return truncatable ? reply : reply.untruncatable();
    }

    private String plan(Start start) {
        String text = words.some("hid", List.of("", "<role_action>", "</role_thinking>", "\nAnna: ", "<think>"));
        String close = "</"
                + words.pick(List.of(
                        "system_thinking",
                        "system_think",
                        "think",
                        "Thinking",
                        "thought",
                        " SYSTEM thinking",
                        "sytem_thinking",
                        "systemthinking"))
                + ">";
        return switch (start) {
            case IN_PLAN -> text + close;
            case OPEN -> {
                boolean opened = words.below(2) == 0;
                truncatable &= opened;
                yield (opened ? "<" + words.pick(List.of("system_thinking", "think", "System_Think")) + ">" : "")
                        + text
                        + close;
            }
            case AFTER_PLAN -> "";
        };
    }

    private String part() {
        return switch (words.below(12)) {
            case 0 -> open() + hidden() + close();
            case 1 -> openAction() + seen() + closeAction();
            case 2 -> seen();
            case 3 -> stray(open() + hidden() + closeAction());
            case 4 -> stray(open() + hidden());
            case 5 -> orphan();
            case 6 -> stray(nested());
            case 7 -> openAction() + seen() + open() + hidden() + close() + guess() + closeAction();
            case 8 -> stray("<role_thinking " + hidden() + close());
            case 9 -> stray(open() + hidden() + "</role_thinking " + hidden());
            case 10 -> openAction() + seen() + "</role_speech>";
            default -> openAction() + seen();
        };
    }

    /** A thought whose opening tag is missing: only its closing tag tells. */
    private String orphan() {
        truncatable = false;
        String action = words.below(2) == 0 ? openAction() : openAction() + seen() + closeAction();
        return action + words.some("hid", BETWEEN) + close();
    }

    /** Where the outer one is a plan, the inner one's closing tag may end it: then only the last tag tells. */
    private String nested() {
        truncatable = false;
        return open() + hidden() + open() + hidden() + close() + hidden() + close();
    }

    private String end() {
        return switch (words.below(6)) {
            case 0 -> "\nAnna: " + words.some("hid", BETWEEN);
            case 1 -> "<|im_end|>" + words.some("hid", BETWEEN);
            case 2 -> "<role_thi";
            case 3 -> "</role_action";
            default -> "";
        };
    }

    private String stray(String text) {
        astray = true;
        return text;
    }

    private String hidden() {
        return words.some("hid", BETWEEN);
    }

    private String seen() {
        return astray ? guess() : words.some("vis", BETWEEN);
    }

    private String guess() {
        return words.some("any", BETWEEN);
    }

    private String open() {
        return "<" + words.pick(THOUGHTS) + ">";
    }

    private String close() {
        return words.pick(List.of("</", "</", "</ ", "< /")) + words.pick(THOUGHTS) + ">";
    }

    private String openAction() {
        return "<" + words.pick(ACTIONS) + ">";
    }

    private String closeAction() {
        return "</" + words.pick(ACTIONS) + ">";
    }
}
