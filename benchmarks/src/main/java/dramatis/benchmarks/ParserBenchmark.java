package dramatis.benchmarks;

import dramatis.her.HerParser;
import dramatis.her.HerParser.Options;
import dramatis.her.HerParser.Start;
import java.util.List;

/**
 * The parser's time a character, at replies of growing length and deltas of growing size: linear, it stays the same, and
 * the ratio to the first row is about 1.
 */
public final class ParserBenchmark {
    private static final String TURN = "<role_thinking>I wonder what she means by that.</role_thinking>"
            + "<role_action>puts down the lamp</role_action> Come in, it is < 3 degrees out there. ";
    private static final int CHARACTERS = 20_000_000;

    private ParserBenchmark() {}

    public static void main(String[] args) {
        double first = 0;
        System.out.println("reply chars   delta chars   ns a char   ratio");
        for (int length : new int[] {2_000, 20_000, 200_000, 2_000_000}) {
            for (int delta : new int[] {1, 4, 64}) {
                String reply = "She is careful.</system_thinking>" + TURN.repeat(length / TURN.length());
                measure(reply, delta);
                double nanos = measure(reply, delta);
                first = first == 0 ? nanos : first;
                System.out.printf("%11d %13d %11.1f %7.2f%n", reply.length(), delta, nanos, nanos / first);
            }
        }
    }

    private static double measure(String reply, int delta) {
        int repeats = Math.max(1, CHARACTERS / 4 / reply.length());
        long begun = System.nanoTime();
        for (int i = 0; i < repeats; i++) {
            parse(reply, delta);
        }
        return (System.nanoTime() - begun) / (double) repeats / reply.length();
    }

    private static void parse(String reply, int delta) {
        HerParser parser =
                new HerParser(Options.of(Start.IN_PLAN, "Wren", List.of("Bo")).withLongest(Integer.MAX_VALUE));
        for (int at = 0; at < reply.length(); at += delta) {
            parser.accept(reply.substring(at, Math.min(reply.length(), at + delta)));
        }
        if (parser.finish().isEmpty()) {
            throw new IllegalStateException("the reply must end in speech");
        }
    }
}
