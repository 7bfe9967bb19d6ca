package dramatis.app.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.testkit.DiscordMischief;
import dramatis.testkit.DiscordServer;
import dramatis.testkit.DiscordServerFault;
import dramatis.testkit.DiscordServerFault.Kind;
import dramatis.testkit.DiscordTalk;
import dramatis.testkit.DiscordTally;
import dramatis.testkit.DiscordTown;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerEcho;
import dramatis.testkit.ModelServerFlavor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The system property {@code discord.messages} says how many lines are said; 20 by default. */
class DiscordFaultsTest {
    private static final int MESSAGES = Integer.getInteger("discord.messages", 20);

    @TempDir
    Path folder;

    @Test
    @Timeout(3600)
    void faults_eachLineAnsweredOnceAndInOrder() throws Exception {
        try (DiscordServer discord = DiscordServer.start();
                ModelServer model = ModelServer.of(ModelServerFlavor.VLLM)
                        .replies(new ModelServerEcho())
                        .start()) {
            DiscordTown town = DiscordTown.mixed(discord, MESSAGES < 1000 ? 1 : 12);
            try (Troupe troupe = new Troupe(folder, discord, model, 8)) {
                troupe.start();
                discord.faults().schedule(11, 0.3, faults());
                DiscordMischief mischief = new DiscordMischief(town, 5, Duration.ofSeconds(MESSAGES < 1000 ? 2 : 6));
                DiscordTally tally = new DiscordTalk(town, Duration.ofMinutes(2), 0.2)
                        .run(MESSAGES / town.places().size());
                mischief.close();
                Map<Kind, Integer> fired = new EnumMap<>(Kind.class);
                Stream.of(Kind.values())
                        .forEach(kind -> fired.put(kind, discord.faults().fired(kind)));
                System.out.println(tally.lines() + " lines, lost " + tally.lost() + ", doubled " + tally.doubled()
                        + ", out of order " + tally.disordered() + ", notices " + tally.notices() + "\n" + fired + "\n"
                        + mischief.fired() + "\nof " + discord.requests().size() + " requests");
                tally.faults().forEach(System.out::println);
                tally.transcripts().forEach(System.out::println);
                assertThat(tally.faults()).isEmpty();
                assertThat(tally.lines()).isEqualTo(MESSAGES);
            }
        }
    }

    @Test
    @Timeout(60)
    void limits_noneIsViolated() {
        try (DiscordServer discord = DiscordServer.start();
                ModelServer model = ModelServer.of(ModelServerFlavor.VLLM)
                        .replies(new ModelServerEcho())
                        .start();
                Troupe troupe = new Troupe(folder, discord, model, 8)) {
            DiscordTown town = DiscordTown.ofChannels(discord, 4);
            discord.limits().likeDiscord();
            troupe.start();
            DiscordTally tally = new DiscordTalk(town, Duration.ofMinutes(1), 0).run(2);
            assertThat(tally.faults()).isEmpty();
            assertThat(tally.lines()).isEqualTo(8);
            assertThat(discord.limits().violations()).isEmpty();
        }
    }

    /** A hanging request costs its client twenty seconds, a global limit all of them one: few, where many lines are said. */
    private static List<DiscordServerFault> faults() {
        Stream<Kind> often = Stream.of(Kind.values()).filter(kind -> kind != Kind.HANG && kind != Kind.GLOBAL_LIMIT);
        List<DiscordServerFault> some = often.map(kind -> new DiscordServerFault(kind, Duration.ofMillis(100)))
                .toList();
        List<DiscordServerFault> rare = MESSAGES < 1000
                ? List.of()
                : List.of(DiscordServerFault.of(Kind.HANG), DiscordServerFault.globalLimit(Duration.ofMillis(100)));
        return Stream.of(some, some, some, rare).flatMap(List::stream).toList();
    }
}
