package dramatis.her;

import dramatis.her.HerParser.Options;
import dramatis.her.HerParser.Start;
import dramatis.inference.ChatMessage;
import dramatis.message.Segment;
import java.util.List;

/** How a reply begins and ends, in text. Pure functions, for any thread. */
public final class HerReply {
    /** What is given to the model of a new reply. */
    public static final String OPENING = "<system_thinking>";

    /** Texts that end a reply: the control tokens of the chat template, written out. */
    public static final List<String> STOPS = List.of("<|im_end|>", "<|im_start|>", "<|endoftext|>");

    private static final String GO_ON = "(Go on from where you stopped, and do not repeat what you said.)";

    private HerReply() {}

    /** What is given to the model of a reply of which some segments stand: all of them, or the opening of a plan. */
    public static String prefix(List<Segment> kept) {
        return kept.isEmpty() ? OPENING : Markup.HER.write(kept);
    }

    /** Where in the reply the model goes on after {@link #prefix}. */
    public static Start start(List<Segment> kept) {
        return kept.isEmpty() ? Start.IN_PLAN : Start.AFTER_PLAN;
    }

    /**
     * The same for a model that cannot be given the beginning of its reply: what stands is a message of its own, less
     * the plan, and it is asked to go on. Nothing where nothing stands.
     */
    public static List<ChatMessage> asked(List<Segment> kept) {
        List<Segment> shown = kept.stream().filter(segment -> !isPlan(segment)).toList();
        return shown.isEmpty()
                ? List.of()
                : List.of(ChatMessage.assistant(Markup.HER.write(shown)), ChatMessage.user(GO_ON));
    }

    private static boolean isPlan(Segment segment) {
        return segment instanceof Segment.Hidden hidden && hidden.kind() == Segment.Hidden.Kind.PLAN;
    }

    /** The segments of a greeting or another text of a card, written without a plan. */
    public static List<Segment> written(String text, String name) {
        return HerParser.parse(text, Options.of(Start.AFTER_PLAN, name, List.of()));
    }
}
