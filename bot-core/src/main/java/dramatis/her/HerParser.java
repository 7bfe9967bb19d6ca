package dramatis.her;

import static java.util.Objects.requireNonNull;

import dramatis.message.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells a reply's plan, thoughts, actions and speech apart while it is generated: a state machine over characters,
 * linear in the text, the same for every way of cutting the text into deltas. Not safe for use by several threads.
 *
 * <p>It fails closed: what could be a thought is never released as anything else.
 *
 * <ul>
 *   <li>A tag whose name says think or thought hides, however it is spelt; so do misspellings of one, {@code role_} and
 *       {@code system_} tags that nobody knows, and other words for thinking ({@link TagNames}).
 *   <li>A hidden block ends at a hidden closing tag, or hides the rest. Hidden tags inside a thought are counted, so a
 *       nested thought does not end it. A plan ends only at a closing tag that names system, or is bare think, thinking
 *       or thought; all other tags in it are its text.
 *   <li>A closing hidden tag without an opening hides the plain text, or the action, before it as far as the last tag.
 *   <li>Where it is not known whether the reply begins with a plan, nothing is released until a plan's tag shows: what
 *       stood before it was the plan. At the end without one, the reply had none.
 *   <li>A hidden tag that lacks its {@code >} opens like a whole one, and closes nothing.
 *   <li>An action ends at its closing tag, at the next action's opening, at a speech tag, or at the reply's end; after a
 *       thought inside it, it goes on. A closing action tag without an opening makes the plain text before it an action.
 *   <li>{@code <role_speech>} is dropped, its content is speech. Other tags ({@code <b>}, {@code <3}) are text.
 *   <li>The reply ends at a line of speech or action that begins with another participant's {@code Name:}, at any
 *       {@code <|token|>}, and at its longest length. Names inside a plan or a thought mean nothing.
 *   <li>The beginning of a tag that the reply's end cut off is not shown; if it could be a closing hidden one, the text
 *       before it is hidden too.
 *   <li>Visible text that still spells out a thinking tag's name, in whatever brackets, is hidden.
 * </ul>
 */
public final class HerParser {
    /** Where in a reply the text begins. */
    public enum Start {
        /** Inside the plan: its opening tag was given to the model. */
        IN_PLAN,
        /** At the beginning: a plan may come. */
        OPEN,
        /** After the plan: it is over, or this model makes none. Also where an interrupted reply goes on. */
        AFTER_PLAN
    }

    /**
     * What a parser needs to know.
     *
     * @param markup how the engine writes
     * @param start where the text begins
     * @param name the character's own name
     * @param others the names of everyone else who takes part; the own one among them does not count
     * @param longest the hard cap: the reply ends after so many characters
     */
    public record Options(Markup markup, Start start, String name, List<String> others, int longest) {
        /** Four times what 1024 tokens usually make. */
        public static final int LONGEST = 20_000;

        public Options {
            requireNonNull(markup, "markup");
            requireNonNull(start, "start");
            requireNonNull(name, "name");
            others = List.copyOf(others);
            if (longest < 1) {
                throw new IllegalArgumentException("longest must be 1 or more");
            }
        }

        public static Options of(Start start, String name, Collection<String> others) {
            return new Options(Markup.HER, start, name, List.copyOf(others), LONGEST);
        }

        public Options with(Markup newMarkup) {
            return new Options(newMarkup, start, name, others, longest);
        }

        public Options with(Start newStart) {
            return new Options(markup, newStart, name, others, longest);
        }

        public Options withLongest(int newLongest) {
            return new Options(markup, start, name, others, newLongest);
        }
    }

    private final ReplyMachine machine;
    private final int longest;
    private int taken;
    private boolean finished;

    public HerParser(Options options) {
        machine = new ReplyMachine(options);
        longest = options.longest();
    }

    /** The segments of a whole reply. */
    public static List<Segment> parse(String reply, Options options) {
        HerParser parser = new HerParser(options);
        List<Segment> segments = new ArrayList<>(parser.accept(reply));
        segments.addAll(parser.finish());
        return List.copyOf(segments);
    }

    /**
     * Takes the next piece of the reply; pieces after its end are ignored.
     *
     * @return the segments that it closed, in order
     * @throws IllegalStateException after {@link #finish}
     */
    public List<Segment> accept(String delta) {
        if (finished) {
            throw new IllegalStateException("the reply is finished");
        }
        for (int i = 0; i < delta.length() && !machine.ended(); i++) {
            machine.accept(delta.charAt(i));
            if (++taken == longest) {
                machine.end();
            }
        }
        return machine.takeClosed();
    }

    /** Closes the reply and returns the segments that its end closed; nothing when called again. */
    public List<Segment> finish() {
        if (!finished) {
            finished = true;
            machine.finish();
        }
        return machine.takeClosed();
    }

    /** Whether the reply is over although the model may go on: its generation can be cancelled. */
    public boolean ended() {
        return machine.ended();
    }

    /** Whether the plan is being written. */
    public boolean inPlan() {
        return machine.inPlan();
    }

    /** The plan as far as it is written, while {@link #inPlan}; a tag that is not complete is left out. */
    public String planSoFar() {
        return machine.inPlan() ? machine.openText() : "";
    }
}
