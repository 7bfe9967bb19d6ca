package dramatis.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What became of the lines that were said in a {@link TelegramTown}, from the messages that stand in its places or ever
 * stood there. A reply repeats the numbers of the lines that it answers, as {@link ModelServerEcho} makes it.
 */
public final class TelegramTally {
    private final Pattern flag;
    private final List<String> faults = new ArrayList<>();
    private int lines;
    private int lost;
    private int told;
    private int doubled;
    private int disordered;
    private int flags;

    private TelegramTally(Pattern flag) {
        this.flag = flag;
    }

    /**
     * Counts what stands in a town by now.
     *
     * @param flag what the notices hold that say of a turn that its reply is missing or may be
     */
    public static TelegramTally of(TelegramTown town, Pattern flag) {
        TelegramTally tally = new TelegramTally(flag);
        town.places().forEach(tally::count);
        return tally;
    }

    /** How many lines were said. */
    public int lines() {
        return lines;
    }

    /** How many lines were not answered, and no flag came before the next that was. */
    public int lost() {
        return lost;
    }

    /** How many lines were not answered, and a flag says so. */
    public int told() {
        return told;
    }

    /** How many numbers were said or done more than once. */
    public int doubled() {
        return doubled;
    }

    /** How many replies came after one to a later line. */
    public int disordered() {
        return disordered;
    }

    /** How many flags stand there, those of replies that stand as well included. */
    public int flags() {
        return flags;
    }

    /** Each thing that is wrong, with where it is: what is lost, doubled or out of order. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void count(TelegramTown.Place place) {
        List<TelegramServerMessage> messages = everything(place.chat());
        List<Integer> said = numbers(messages, ModelServerEcho::said);
        for (int i = 0; i < messages.size(); i++) {
            if (!messages.get(i).ofBot()) {
                for (int line : ModelServerEcho.lines(messages.get(i).text())) {
                    count(place, line, said.contains(line), messages.subList(i + 1, messages.size()));
                }
            } else if (flags(messages.get(i))) {
                flags++;
            }
        }
        doubled += twice(place, said) + twice(place, numbers(messages, ModelServerEcho::done));
        for (int i = 1; i < said.size(); i++) {
            if (said.get(i) < said.get(i - 1)) {
                disordered++;
                faults.add(place.chat().title() + ": " + said.get(i) + " after " + said.get(i - 1));
            }
        }
    }

    private void count(TelegramTown.Place place, int line, boolean answered, List<TelegramServerMessage> after) {
        lines++;
        if (answered) {
            return;
        }
        boolean flagged = after.stream()
                .takeWhile(it -> ModelServerEcho.said(it.text()).stream().noneMatch(number -> number > line))
                .anyMatch(this::flags);
        told += flagged ? 1 : 0;
        lost += flagged ? 0 : 1;
        if (!flagged) {
            faults.add(place.chat().title() + ": neither a reply to line " + line + " nor a word about it");
        }
    }

    private boolean flags(TelegramServerMessage message) {
        return message.ofBot()
                && !message.deleted()
                && flag.matcher(message.text()).find();
    }

    /** In the order of their coming, those that were deleted as well. */
    private static List<TelegramServerMessage> everything(TelegramServerChat chat) {
        return Stream.concat(chat.messages().stream(), chat.deletions().stream())
                .sorted((one, other) -> Integer.compare(one.id(), other.id()))
                .toList();
    }

    private static List<Integer> numbers(
            List<TelegramServerMessage> messages, Function<String, List<Integer>> numbers) {
        return messages.stream()
                .filter(TelegramServerMessage::ofBot)
                .flatMap(it -> numbers.apply(it.text()).stream())
                .toList();
    }

    private int twice(TelegramTown.Place place, List<Integer> numbers) {
        Map<Integer, Integer> times = new HashMap<>();
        numbers.forEach(number -> times.merge(number, 1, Integer::sum));
        times.values().removeIf(count -> count == 1);
        times.forEach((number, count) ->
                faults.add(place.chat().title() + ": " + count + " times the reply to line " + number));
        return times.size();
    }

    /** What ever stood in the places of a town, a line for each message. */
    public static List<String> transcript(TelegramTown town) {
        return town.places().stream()
                .flatMap(place -> everything(place.chat()).stream()
                        .map(it -> place.chat().title() + " " + it.id() + (it.ofBot() ? " bot " : " person ")
                                + (it.deleted() ? "(deleted) " : "")
                                + it.texts().stream()
                                        .map(text -> text.replace('\n', '|'))
                                        .toList()))
                .toList();
    }
}
