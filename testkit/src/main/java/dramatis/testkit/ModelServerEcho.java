package dramatis.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@link ModelServer} says that answers numbered lines: each reply repeats the numbers of those that came since the
 * last one, in an action and in what is said, and goes on where a prompt ends within it.
 */
public final class ModelServerEcho implements ModelServer.Script {
    private static final Pattern LINE = Pattern.compile("line (\\d+)\\.");
    private static final Pattern DONE = Pattern.compile("hops ([\\d ]+)");
    private static final Pattern SAID = Pattern.compile("was ([\\d ]+) and");
    private static final String PERSON = "<|im_start|>user\n";
    private static final String CHARACTER = "<|im_start|>assistant\n";

    @Override
    public String reply(String prompt, long seed) {
        int begun = prompt.lastIndexOf(CHARACTER);
        String asked = prompt.substring(prompt.lastIndexOf(PERSON, begun), begun);
        String whole = whole(lines(asked).stream().map(String::valueOf).collect(Collectors.joining(" ")));
        String said = prompt.substring(begun + CHARACTER.length());
        return whole.startsWith(said) ? whole.substring(said.length()) : whole;
    }

    /** The numbers of the lines in what people wrote. */
    public static List<Integer> lines(String written) {
        return numbers(LINE, written);
    }

    /** The numbers that a reply, or a part of one, repeats in what is done. */
    public static List<Integer> done(String reply) {
        return numbers(DONE, reply);
    }

    /** The numbers that a reply, or a part of one, repeats in what is said. */
    public static List<Integer> said(String reply) {
        return numbers(SAID, reply);
    }

    private static List<Integer> numbers(Pattern pattern, String text) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Stream.of(matcher.group(1).trim().split(" ")).map(Integer::valueOf).forEach(numbers::add);
        }
        return numbers;
    }

    private static String whole(String numbers) {
        return "<system_thinking>Repeat.</system_thinking><role_action>hops " + numbers + "</role_action> It was "
                + numbers + " and no other.";
    }
}
