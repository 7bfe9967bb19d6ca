package dramatis.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dramatis.address.Decision.Answer;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionPropertiesTest {
    private static final List<Present.Member> CAST = Row.members("Elizabeth Bennet");

    @Test
    void decide_chance_comesAsOftenAsItSays() {
        int messages = 1_000;
        for (double chance : new double[] {0.02, 0.1, 0.5, 0.97}) {
            for (long seed : new long[] {0, -1}) {
                double deviation = Math.sqrt(chance * (1 - chance) / messages);
                assertThat(answered(chance, seed, messages).size() / (double) messages)
                        .isCloseTo(chance, within(4 * deviation));
            }
        }
    }

    @Test
    void decide_chance_hitsTheSameMessagesAgainAndOthersWithAnotherSeed() {
        Set<Integer> hits = answered(0.5, 1, 1_000);
        assertThat(answered(0.5, 1, 1_000)).isEqualTo(hits);

        Set<Integer> others = answered(0.5, 2, 1_000);
        long both = hits.stream().filter(others::contains).count();
        assertThat(both / 1_000.0).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 1_000)));
    }

    @Test
    void decide_moreChance_answersTheSameAndMore() {
        assertThat(answered(0.4, 1, 500)).containsAll(answered(0.2, 1, 500));
    }

    private static Set<Integer> answered(double chance, long seed, int messages) {
        ChannelSettings settings =
                ChannelSettings.DEFAULT.withTriggers(new Triggers(false, false, false, false, chance));
        Attention attention = new Attention(seed);
        return IntStream.range(0, messages)
                .filter(id -> attention.decide(plain(id), settings, Present.of(CAST, true)) instanceof Answer)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static InboundMessage plain(int id) {
        return Row.message(String.valueOf(id), AuthorKind.PERSON, "hello", Addressing.NONE, Row.NOON);
    }

    /** Bots and now and then a person, everything random but seeded: never more answers to bots in a row than the cap. */
    @Test
    void decide_pingPongOfBots_neverPassesTheCap() {
        Random random = new Random(42);
        for (int game = 0; game < 100; game++) {
            int cap = random.nextInt(5);
            ChannelSettings settings = ChannelSettings.DEFAULT
                    .withBotTurnCap(cap)
                    .withTriggers(Triggers.parse(
                            List.of("all", "mention,name", "chance=0.7").get(random.nextInt(3))));
            assertThat(mostInARow(random, settings)).isLessThanOrEqualTo(cap);
        }
    }

    @Test
    void decide_pingPongOfBots_reachesTheCap() {
        ChannelSettings settings = ChannelSettings.DEFAULT.withTriggers(Triggers.parse("all"));
        assertThat(mostInARow(new Random(42), settings)).isEqualTo(settings.botTurnCap());
    }

    private static int mostInARow(Random random, ChannelSettings settings) {
        Recent recent = Recent.NOTHING;
        int inARow = 0;
        int most = 0;
        for (int id = 0; id < 60; id++) {
            boolean person = random.nextInt(10) == 0;
            boolean blocked = random.nextInt(3) == 0;
            InboundMessage message = Row.message(
                    String.valueOf(id),
                    person ? AuthorKind.PERSON : random.nextInt(10) == 0 ? AuthorKind.OWN : AuthorKind.BOT,
                    List.of("hello", "Elizabeth!", "// aside").get(random.nextInt(3)),
                    random.nextBoolean() ? Addressing.MENTION : Addressing.NONE,
                    Row.NOON.plusSeconds(id));
            Present of = Present.of(CAST, true);
            Present present = new Present(
                    of.cast(), true, of.repliedTo(), Set.of(), blocked ? Set.of(Row.ADA) : Set.of(), Set.of(), recent);
            Decision decision = new Attention(id).decide(message, settings, present);
            inARow = person && !blocked ? 0 : inARow;
            inARow += decision instanceof Answer && !person ? 1 : 0;
            most = Math.max(most, inARow);
            recent = recent.after(message, decision);
        }
        return most;
    }

    /** A name with a letter or digit of its own script at either end, or at both, is another word. */
    @Test
    void decide_nameInsideALongerWord_neverTriggers() {
        Random random = new Random(3);
        String[][] scripts = {
            {"Elizabeth", "abcdefghijklmnopqrstuvwxyzäöüßéñø0123456789"},
            {"Анна", "абвгдежзиклмнопрстуфхцчшщыьэюя0123456789"},
            {"Αλέξανδρος", "αβγδεζηθικλμνξοπρστυφχψω0123456789"},
            {"إليزابيث", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"},
            {"אליזבת", "אבגדהוזחטיכלמנסעפצקרשת"},
            {"エリザ", "アイウエオカキクケコサシスセソタチツテトー"},
        };
        for (int i = 0; i < 1000; i++) {
            String[] script = scripts[random.nextInt(scripts.length)];
            String before = letters(random, script[1], random.nextInt(4));
            String after = letters(random, script[1], before.isEmpty() ? 1 + random.nextInt(4) : random.nextInt(4));
            String name = random.nextBoolean() ? script[0].toUpperCase(Locale.ROOT) : script[0];
            String text = "- " + before + name + after + "!";
            assertThat(new Row(text, "on=name", script[0]).decided(i)).as(text).isEqualTo("overheard NO_TRIGGER");
            assertThat(new Row(name + "!", "on=name", script[0]).decided(i)).isEqualTo("NAME " + script[0]);
        }
    }

    private static String letters(Random random, String alphabet, int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }
}
