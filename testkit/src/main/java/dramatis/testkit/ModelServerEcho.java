package dramatis.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@link ModelServer} says that answers numbered lines: each reply repeats the numbers of those that came since the
 * last one, in an action and in what is said, and goes on where a prompt ends within it.
 */
public final class ModelServerEcho implements ModelServer.Script {
    private static final Pattern NUMBER = Pattern.compile("line (\\d+)\\.");
    private static final String PERSON = "<|im_start|>user\n";
    private static final String CHARACTER = "<|im_start|>assistant\n";

    @Override
    public String reply(String prompt, long seed) {
        int begun = prompt.lastIndexOf(CHARACTER);
        String asked = prompt.substring(prompt.lastIndexOf(PERSON, begun), begun);
        String whole = whole(numbers(asked));
        String said = prompt.substring(begun + CHARACTER.length());
        return whole.startsWith(said) ? whole.substring(said.length()) : whole;
    }

    private static String numbers(String asked) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(asked);
        while (matcher.find()) {
            numbers.add(matcher.group(1));
        }
        return String.join(" ", numbers);
    }

    private static String whole(String numbers) {
        return "<system_thinking>Repeat.</system_thinking><role_action>hops " + numbers + "</role_action> It was "
                + numbers + " and no other.";
    }
}
