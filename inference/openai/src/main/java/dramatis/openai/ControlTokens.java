package dramatis.openai;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps texts from making a control token. Servers look for those in the whole prompt, so what could be one gets a
 * look-alike in place of its bracket. Which tokens a model has is not known here: anything between angle brackets
 * without white space could be one, and only HER's own tags, which are words to its model, stay. Pure functions.
 */
final class ControlTokens {
    private static final String HER = "(?:system_thinking|role_thinking|role_action|role_speech)";
    /** An angle bracket, or what a tokenizer may normalise to one; then a bar, or a name up to the closing one. */
    private static final Pattern ANGLE =
            Pattern.compile("[<＜﹤](?!/?" + HER + ">)(?=[|｜¦│❘]|[^\\s<>＜＞﹤﹥‹]{1,64}+[>＞﹥])");

    private static final Set<String> SQUARE_NAMES = Set.of(
            "INST",
            "SYSTEM_PROMPT",
            "AVAILABLE_TOOLS",
            "TOOL_CALLS",
            "TOOL_RESULTS",
            "TOOL_CONTENT",
            "ARGS",
            "CALL_ID",
            "THINK",
            "MODEL_SETTINGS",
            "IMG",
            "IMG_BREAK",
            "IMG_END",
            "AUDIO",
            "BEGIN_AUDIO",
            "PREFIX",
            "MIDDLE",
            "SUFFIX",
            "CLS",
            "SEP",
            "PAD",
            "UNK",
            "MASK",
            "gMASK",
            "sMASK",
            "BOS",
            "EOS");
    private static final Pattern SQUARE = Pattern.compile("[\\[［](?=/?(?:" + String.join("|", SQUARE_NAMES) + ")[]］])");

    private ControlTokens() {}

    /** The text with {@code ‹} for a {@code <} and {@code ⁅} for a {@code [} that could begin a control token. */
    static String neutral(String text) {
        return replace(replace(text, ANGLE, "‹", "<＜﹤"), SQUARE, "⁅", "[［");
    }

    private static String replace(String text, Pattern pattern, String alike, String brackets) {
        if (text.chars().noneMatch(c -> brackets.indexOf(c) >= 0)) {
            return text;
        }
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(alike));
    }
}
