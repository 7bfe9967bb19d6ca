package dramatis.app;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.Bot;
import dramatis.characters.CharacterCatalog;
import dramatis.hub.Progress;
import dramatis.inference.InferenceEngine;
import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import dramatis.persistence.Database;
import dramatis.persona.Persona;
import dramatis.platform.ChatAdapter;
import dramatis.platform.Delivery;
import dramatis.platform.InboundHandler;
import dramatis.platform.Outbound;
import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The understudy strays; guards keep the chat sane. Seeded turns over the whole cast, through the whole bot, three by
 * default and as many as {@code -Dunderstudy.turns=200} says.
 */
class UnderstudyTest {
    private static final int TURNS = Integer.getInteger("understudy.turns", 3);
    private static final int NGRAM = 8;
    private static final Pattern TAG = Pattern.compile("</?[a-z]|<\\||\\|>");
    private static final List<String> LINES = List.of(
            "Good evening. Who are you?",
            "What is it that you like best?",
            "It has begun to rain outside.",
            "Tell me about a day that you remember well.",
            "I do not believe you.",
            "What would you do if you were in my place?",
            "Somebody told me that you have a secret.",
            "I brought you something to eat.",
            "Are you afraid of anything?",
            "Where shall we go tomorrow?");

    @TempDir
    Path directory;

    @Test
    void turns_keepSane() throws InterruptedException {
        var catalog = CharacterCatalog.bundled();
        var settings =
                Settings.read(Map.of("MODEL_THREADS", "1"), Map.of(), directory).withSeed(1);
        var replies = new ArrayList<Said>();
        try (var database = Database.open(settings.data().directory());
                var engine = Engines.load(settings.model(), Progress.silent());
                var bot = bot(database, catalog, engine, settings)) {
            var stage = new Listening();
            bot.start();
            bot.attach(stage);
            for (int turn = 0; turn < TURNS; turn++) {
                var persona = catalog.list().get(turn % catalog.list().size());
                replies.add(
                        stage.ask(bot, persona, LINES.get(turn / catalog.list().size() % LINES.size()), turn));
            }
        }
        var figures = Figures.of(replies, catalog);
        System.out.println("understudy: " + figures);
        assertThat(figures).isEqualTo(new Figures(TURNS, 0, 0, 0, 0));
    }

    private static Bot bot(Database database, CharacterCatalog catalog, InferenceEngine engine, Settings settings) {
        return new Bot(
                database.stores(),
                catalog,
                engine,
                Bots.settings(settings, catalog.list().get(0).id(), engine, false));
    }

    /** A reply, or what came in its place. */
    private record Said(Persona persona, List<Segment.Visible> visible) {
        String text() {
            return visible.stream().map(Segment::text).collect(joining(" "));
        }

        boolean repeats() {
            var words = text().toLowerCase(Locale.ROOT).split("\\s+");
            return IntStream.rangeClosed(0, words.length - NGRAM)
                    .mapToObj(i -> String.join(" ", List.of(words).subList(i, i + NGRAM)))
                    .collect(groupingBy(Function.identity(), counting()))
                    .values()
                    .stream()
                    .anyMatch(count -> count >= 3);
        }

        boolean speaksFor(List<String> others) {
            return text().lines()
                    .anyMatch(line ->
                            others.stream().anyMatch(name -> line.strip().startsWith(name + ":")));
        }
    }

    /** How many turns there were, and in how many something was wrong. */
    private record Figures(int turns, long tags, long empty, long repeating, long othersLines) {
        static Figures of(List<Said> replies, CharacterCatalog catalog) {
            var names =
                    new ArrayList<>(catalog.list().stream().map(Persona::name).toList());
            names.add("Visitor");
            return new Figures(
                    replies.size(),
                    replies.stream()
                            .filter(said -> TAG.matcher(said.text()).find())
                            .count(),
                    replies.stream().filter(said -> said.text().isBlank()).count(),
                    replies.stream().filter(Said::repeats).count(),
                    replies.stream().filter(said -> said.speaksFor(names)).count());
        }
    }

    /** A platform with a conversation for each character, which waits for each reply. */
    private static final class Listening implements ChatAdapter, Outbound, TurnWatcher {
        private static final String PLATFORM = "test";

        private final List<Segment.Visible> heard = new ArrayList<>();
        private final BlockingQueue<Phase> ends = new LinkedBlockingQueue<>();
        private Optional<InboundHandler> handler = Optional.empty();

        Said ask(Bot bot, Persona persona, String line, int number) throws InterruptedException {
            var conversation = new ConversationRef(PLATFORM, persona.id(), "");
            bot.sessions().choose(conversation, persona, "Visitor", "");
            heard.clear();
            handler.orElseThrow()
                    .accept(new InboundEvent.Message(new InboundMessage(
                            new MessageRef(conversation, "" + number),
                            Place.of(conversation),
                            new UserRef(PLATFORM, "1"),
                            "Visitor",
                            InboundMessage.AuthorKind.PERSON,
                            line,
                            Optional.empty(),
                            InboundMessage.Addressing.DIRECT,
                            Locale.ENGLISH,
                            Instant.now())));
            assertThat(ends.poll(10, TimeUnit.MINUTES)).isNotNull();
            return new Said(persona, List.copyOf(heard));
        }

        @Override
        public String platform() {
            return PLATFORM;
        }

        @Override
        public void start(InboundHandler newHandler) {
            handler = Optional.of(newHandler);
        }

        @Override
        public Outbound outbound() {
            return this;
        }

        @Override
        public Receipt post(Delivery delivery) {
            heard.addAll(delivery.visible());
            return new Receipt.Sent(List.of(delivery.turnId() + "." + delivery.piece()));
        }

        @Override
        public Optional<MessageRef> notice(ConversationRef conversation, UserNotice notice) {
            return Optional.empty();
        }

        @Override
        public void turnChanged(ConversationRef conversation, long turnId, Phase phase) {
            if (phase.last()) {
                ends.add(phase);
            }
        }

        @Override
        public void close() {}
    }
}
