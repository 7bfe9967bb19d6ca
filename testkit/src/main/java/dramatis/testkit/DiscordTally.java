package dramatis.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What became of a {@link DiscordTalk}, from the messages that stand in its places or ever stood there. A reply repeats
 * the numbers of the lines that it answers, in what is done and in what is said, as {@link ModelServerEcho} makes it.
 */
public final class DiscordTally {
    private final List<DiscordTown.Place> places;
    private final List<String> faults = new ArrayList<>();
    private int lines;
    private int lost;
    private int told;
    private int doubled;
    private int disordered;
    private int notices;

    private DiscordTally(List<DiscordTown.Place> places) {
        this.places = places;
    }

    /** Counts what stands in a town by now. */
    public static DiscordTally of(DiscordTown town) {
        DiscordTally tally = new DiscordTally(town.places());
        town.places().forEach(tally::count);
        return tally;
    }

    /** How many lines were said. */
    public int lines() {
        return lines;
    }

    /** How many lines were not answered, and no notice came after them. */
    public int lost() {
        return lost;
    }

    /** How many lines were not answered, and a notice stands after them. */
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

    /** How many notices of the bot stand there. */
    public int notices() {
        return notices;
    }

    /** Each thing that is wrong, with where it is. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** What ever stood in a place that something is wrong with, a line for each message. */
    public List<String> transcripts() {
        return places.stream()
                .filter(place -> faults.stream()
                        .anyMatch(it -> it.startsWith(place.channel().name() + ":")))
                .flatMap(DiscordTally::transcript)
                .toList();
    }

    private static Stream<String> transcript(DiscordTown.Place place) {
        return place.channel().everything().stream()
                .map(it -> place.channel().name() + " " + it.id() + " " + it.authorId()
                        + (it.deleted() ? " (deleted) " : " ") + it.nonce() + " "
                        + it.versions().stream()
                                .map(version -> version.text().replace('\n', '|'))
                                .toList());
    }

    /** How many replies were posted. */
    public long replies() {
        return places.stream()
                .flatMap(DiscordTally::replies)
                .filter(it -> !ModelServerEcho.said(it.text()).isEmpty())
                .count();
    }

    static List<Integer> answered(DiscordTown.Place place) {
        return said(place, ModelServerEcho::said);
    }

    private static List<Integer> said(DiscordTown.Place place, Function<String, List<Integer>> numbers) {
        return replies(place).flatMap(it -> numbers.apply(it.text()).stream()).toList();
    }

    private static Stream<DiscordServerMessage> replies(DiscordTown.Place place) {
        String person = place.person().id();
        return place.channel().everything().stream().filter(it -> !it.authorId().equals(person));
    }

    private void count(DiscordTown.Place place) {
        List<Integer> said = said(place, ModelServerEcho::said);
        place.channel().everything().stream()
                .filter(it -> it.authorId().equals(place.person().id()))
                .forEach(it -> ModelServerEcho.lines(it.text()).forEach(line -> count(place, it.id(), line, said)));
        doubled += twice(place, said) + twice(place, said(place, ModelServerEcho::done));
        for (int i = 1; i < said.size(); i++) {
            if (said.get(i) < said.get(i - 1)) {
                disordered++;
                faults.add(place.channel().name() + ": " + said.get(i) + " after " + said.get(i - 1));
            }
        }
        notices += notices(place).size();
    }

    private void count(DiscordTown.Place place, String id, int line, List<Integer> said) {
        lines++;
        if (said.contains(line)) {
            return;
        }
        boolean noticed = notices(place).stream().anyMatch(it -> it.compareTo(id) > 0);
        told += noticed ? 1 : 0;
        lost += noticed ? 0 : 1;
        faults.add(place.channel().name() + (noticed ? ": a notice in place of a reply" : ": no reply") + " to line "
                + line);
    }

    private static List<String> notices(DiscordTown.Place place) {
        return place.channel().messages().stream()
                .filter(it -> it.text().startsWith("-# "))
                .map(DiscordServerMessage::id)
                .toList();
    }

    private int twice(DiscordTown.Place place, List<Integer> numbers) {
        Map<Integer, Integer> times = new HashMap<>();
        numbers.forEach(number -> times.merge(number, 1, Integer::sum));
        times.values().removeIf(count -> count == 1);
        times.forEach((number, count) ->
                faults.add(place.channel().name() + ": " + count + " times the reply to line " + number));
        return times.size();
    }
}
