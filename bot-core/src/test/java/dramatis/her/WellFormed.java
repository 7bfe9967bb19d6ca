package dramatis.her;

import dramatis.her.HerParser.Start;
import java.util.List;
import java.util.Random;

/** Makes well-formed replies of labelled words: each seed gives one. */
final class WellFormed {
    private static final List<String> GAPS = List.of("", " ", "\n", "\n\n", " \t", "\u00a0");
    private static final List<String> SPOKEN = List.of(
            "", "", "", "<3", "a < b", "(sic)", "[CLOSED]", "<b>", "</b>", "*", ">_<", "x > y", "“", "é", "😀", "1:2");
    private static final List<String> MENTIONED = List.of(
            "",
            "",
            "<role_thinking>",
            "</role_thinking>",
            "<role_action>",
            "</role_action>",
            "<system_thinking>",
            "\nAnna: ");
    private static final List<String> OWN = List.of("", "", "Mr. Fox: ", "Mr. Fox：", "Mr. Fox:\n", "**Mr. Fox**: ");

    private final Random random;
    private int words;

    WellFormed(long seed) {
        random = new Random(seed);
    }

    Reply reply() {
        Start start = pick(List.of(Start.values()));
        return Reply.of(plan(start) + parts(), start);
    }

    private String plan(Start start) {
        String text = some("hid", MENTIONED) + "</system_thinking>" + pick(GAPS);
        return switch (start) {
            case IN_PLAN -> text;
            case OPEN -> pick(GAPS) + "<system_thinking>" + text;
            case AFTER_PLAN -> "";
        };
    }

    private String parts() {
        StringBuilder parts = new StringBuilder(pick(OWN));
        for (int i = random.nextInt(6); i >= 0; i--) {
            parts.append(part()).append(pick(GAPS));
        }
        return parts.toString();
    }

    private String part() {
        return switch (random.nextInt(4)) {
            case 0 -> "<role_thinking>" + some("hid", SPOKEN) + "</role_thinking>";
            case 1 -> "<role_action>" + some("vis", SPOKEN) + "</role_action>";
            default -> some("vis", SPOKEN);
        };
    }

    /** One to four labelled words with things between them. */
    String some(String label, List<String> between) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(word(label)).append(' ').append(pick(between)).append(pick(GAPS));
        }
        return text.append(word(label)).toString();
    }

    String word(String label) {
        return label + ++words;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
