package dramatis.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.inference.GenerationRequest;
import dramatis.inference.TestingEngine;
import dramatis.testkit.TelegramServerChat;
import dramatis.testkit.TelegramServerFault;
import dramatis.testkit.TelegramServerMessage;
import dramatis.testkit.TelegramServerPerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many people talk while three of ten requests go wrong and updates come twice: nothing is lost or said twice without a
 * word. Counted from what Telegram has. The number of messages and the share of faults are properties.
 */
@Timeout(3600)
class FaultRunTest {
    private static final int MESSAGES = Integer.getInteger("telegram.faults", 24);
    private static final int PERCENT = Integer.getInteger("telegram.percent", 30);
    private static final int PEOPLE = Math.min(MESSAGES, 64);
    private static final String FLAG = "could be posted";
    private static final Pattern NUMBER = Pattern.compile("number (\\d+)\\.");

    private static final TelegramServerFault[] FAULTS = {
        TelegramServerFault.tooMany(1),
        TelegramServerFault.internalError(),
        TelegramServerFault.internalError().afterEffect(),
        TelegramServerFault.html(502),
        TelegramServerFault.html(502).afterEffect(),
        TelegramServerFault.drop(),
        TelegramServerFault.drop().afterEffect(),
    };

    private final Theatre theatre = new Theatre();
    private final Random random = new Random(11);
    private final List<TelegramServerPerson> people = new ArrayList<>();
    private final List<TelegramServerChat> chats = new ArrayList<>();

    @AfterEach
    void close() {
        theatre.close();
    }

    /** Says again what was said last. */
    private static String echo(GenerationRequest request) {
        Matcher number = NUMBER.matcher(
                request.messages().get(request.messages().size() - 1).content());
        return "x</system_thinking>" + (number.find() ? "Heard number " + number.group(1) + "." : "What?");
    }

    @Test
    void faults_threeOfTen_nothingIsLostOrDoubledSilently() {
        for (int i = 0; i < PEOPLE; i++) {
            TelegramServerPerson person = theatre.server().person("Person " + i);
            people.add(person);
            chats.add(
                    i % 4 == 0
                            ? theatre.server().addsBot(person, theatre.server().supergroup("Group " + i, person))
                            : theatre.server().privateChat(person));
        }
        theatre.engine(new TestingEngine(FaultRunTest::echo)).seats(4, 1000).open();
        theatre.server().updates().doubles(5, 0.2);
        theatre.server().failSome(3, PERCENT / 100.0, Set.of(), FAULTS);
        long start = System.nanoTime();
        for (int number = 0; number < MESSAGES; number += PEOPLE) {
            round(number, Math.min(MESSAGES, number + PEOPLE));
        }
        theatre.server().heal();
        report(start);
    }

    private void round(int from, int to) {
        int[] flags = chats.stream().mapToInt(chat -> flags(chat)).toArray();
        for (int number = from; number < to; number++) {
            int who = number - from;
            String text = "This is number " + number + ".";
            TelegramServerMessage said = chats.get(who).id() < 0
                    ? theatre.server().says(people.get(who), chats.get(who), "/say@testing_bot " + text)
                    : theatre.server().says(people.get(who), chats.get(who), text);
            if (random.nextInt(5) == 0) {
                theatre.server().updates().repeats(said);
            }
            if (PERCENT > 0 && random.nextInt(20) == 0) {
                theatre.server().failNext("getUpdates", FAULTS[random.nextInt(FAULTS.length)]);
            }
        }
        for (int number = from; number < to; number++) {
            int who = number - from;
            int wanted = number;
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> shown(chats.get(who), wanted) > 0 || flags(chats.get(who)) > flags[who]);
        }
    }

    private static int flags(TelegramServerChat chat) {
        return (int) all(chat).filter(text -> text.contains(FLAG)).count();
    }

    private static int shown(TelegramServerChat chat, int number) {
        return (int) all(chat)
                .filter(text -> text.equals("Ada\nHeard number " + number + "."))
                .count();
    }

    private static Stream<String> all(TelegramServerChat chat) {
        return Stream.of(chat.messages(), chat.deletions())
                .flatMap(Collection::stream)
                .filter(TelegramServerMessage::ofBot)
                .map(TelegramServerMessage::text);
    }

    private void report(long start) {
        int once = 0;
        int flagged = 0;
        List<Integer> doubled = new ArrayList<>();
        for (int number = 0; number < MESSAGES; number++) {
            int shown = shown(chats.get(number % PEOPLE), number);
            once += shown == 1 ? 1 : 0;
            flagged += shown == 0 ? 1 : 0;
            if (shown > 1) {
                doubled.add(number);
            }
        }
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.printf(
                "%d messages in %d s: shown once %d, not shown and said so %d, doubled %d; faults: %s%n",
                MESSAGES,
                seconds,
                once,
                flagged,
                doubled.size(),
                theatre.server().fired().entrySet().stream()
                        .map(fault -> fault.getKey() + " " + fault.getValue())
                        .collect(Collectors.joining(", ")));
        assertThat(doubled).isEmpty();
        assertThat(once + flagged).isEqualTo(MESSAGES);
        assertThat(theatre.engine().requests()).hasSize(MESSAGES);
    }
}
