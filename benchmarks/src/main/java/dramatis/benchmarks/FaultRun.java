package dramatis.benchmarks;

import dramatis.platform.TurnWatcher.Phase;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFault;
import dramatis.testkit.ModelServerFlavor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Turns on two servers that fail three times in ten, in eight conversations at once: how many lines were lost, answered
 * twice or answered out of order. The first argument says how many turns (2,000 by default). What a character repeats is
 * the number of the line, so that what was posted can be counted.
 */
public final class FaultRun {
    private static final int PLACES = 8;
    private static final double SHARE = 0.3;
    private static final Pattern NUMBER = Pattern.compile("line (\\d+)\\.");

    private final Random random = new Random(7);
    private final Map<String, Integer> fired = new ConcurrentHashMap<>();
    private final Map<String, Supplier<ModelServerFault>> faults = new TreeMap<>(Map.of(
            "500", () -> ModelServerFault.status(500),
            "503", () -> ModelServerFault.status(503),
            "429", () -> ModelServerFault.busy(Duration.ofMillis(50)),
            "502 as a page", () -> ModelServerFault.html(502),
            "break before headers", ModelServerFault::breakBeforeHeaders,
            "break in the plan", () -> ModelServerFault.breakAfter(2),
            "break in the reply", () -> ModelServerFault.breakAfter(14),
            "error in the stream", () -> ModelServerFault.errorAfter(3)));

    private FaultRun() {}

    public static void main(String[] args) throws Exception {
        new FaultRun().run(args.length > 0 ? Integer.parseInt(args[0]) : 2000);
    }

    private void run(int turns) throws Exception {
        try (ModelServer one = server();
                ModelServer two = server();
                Theatre theatre = new Theatre(PLACES, one.url(), two.url())) {
            List<ModelServer> servers = List.of(one, two);
            Map<Phase, Integer> ends = new ConcurrentHashMap<>();
            List<CompletableFuture<Void>> people = IntStream.range(0, PLACES)
                    .mapToObj(place -> CompletableFuture.runAsync(
                            () -> talk(theatre.crowd(), place, turns / PLACES, servers, ends),
                            task -> new Thread(task, "person-" + place).start()))
                    .toList();
            for (CompletableFuture<Void> person : people) {
                person.get();
            }
            report(theatre.crowd(), turns / PLACES, ends);
        }
    }

    /** It says the number of the last line that it read. */
    private static ModelServer server() {
        return ModelServer.of(ModelServerFlavor.VLLM)
                .replies((prompt, seed) -> "Repeat the number.</system_thinking><role_action>hops</role_action> It was "
                        + last(prompt) + " and no other.")
                .start();
    }

    private static String last(String prompt) {
        Matcher number = NUMBER.matcher(prompt);
        String last = "none";
        while (number.find()) {
            last = number.group(1);
        }
        return last;
    }

    private void talk(Crowd crowd, int place, int lines, List<ModelServer> servers, Map<Phase, Integer> ends) {
        try {
            for (int i = 0; i < lines; i++) {
                maybeBreak(servers);
                ends.merge(crowd.ask(Crowd.place(place), "line " + i + ".").end(), 1, Integer::sum);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void maybeBreak(List<ModelServer> servers) {
        if (random.nextDouble() < SHARE) {
            List<Map.Entry<String, Supplier<ModelServerFault>>> kinds = new ArrayList<>(faults.entrySet());
            Map.Entry<String, Supplier<ModelServerFault>> kind = kinds.get(random.nextInt(kinds.size()));
            servers.get(random.nextInt(servers.size())).failNext(kind.getValue().get());
            fired.merge(kind.getKey(), 1, Integer::sum);
        }
    }

    private void report(Crowd crowd, int lines, Map<Phase, Integer> ends) {
        int lost = 0;
        int doubled = 0;
        int disordered = 0;
        for (int place = 0; place < PLACES; place++) {
            List<Integer> numbers = numbers(crowd.posts(Crowd.place(place)));
            for (int i = 0; i < lines; i++) {
                int line = i;
                long times = numbers.stream().filter(number -> number == line).count();
                lost += times == 0 ? 1 : 0;
                doubled += times > 1 ? 1 : 0;
            }
            for (int i = 1; i < numbers.size(); i++) {
                disordered += numbers.get(i) < numbers.get(i - 1) ? 1 : 0;
            }
        }
        System.out.println(lines * PLACES + " lines; ends: " + new TreeMap<>(ends) + "; notices: "
                + new TreeMap<>(crowd.notices()));
        System.out.println("faults set: " + new TreeMap<>(fired));
        System.out.println("not answered in full: " + lost + " (each with a notice, or it is lost), answered twice: "
                + doubled + ", out of order: " + disordered);
    }

    private static List<Integer> numbers(List<String> posts) {
        List<Integer> numbers = new ArrayList<>();
        Pattern said = Pattern.compile("It was (\\d+) and no other");
        for (String post : posts) {
            Matcher number = said.matcher(post);
            while (number.find()) {
                numbers.add(Integer.parseInt(number.group(1)));
            }
        }
        return numbers;
    }
}
