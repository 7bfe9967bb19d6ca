package dramatis.her;

import dramatis.inference.ChatMessage;
import dramatis.inference.ChatMessage.Role;
import dramatis.message.Segment;
import dramatis.message.Segment.Visible;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation as one of its characters remembers it: a projection of the stored segments, never of text. Its own
 * replies keep their thoughts and lose their plans; of everybody else's, only what is visible exists. Pure functions,
 * for any thread.
 */
public final class History {
    /** The user message that opens every conversation. */
    public static final String START = "===Conversation Start===";

    private History() {}

    /**
     * The messages after the system prompt. The first is {@link #START}; what others said before the character's first
     * reply is joined with it, as consecutive turns of others are joined, by a blank line.
     *
     * @param utterances what was said, in order
     * @param viewer the character that remembers
     * @param participants the names of all who take part, besides those under which something was said
     */
    public static List<ChatMessage> project(
            List<Utterance> utterances, Speaker viewer, Collection<String> participants) {
        Set<String> names = new LinkedHashSet<>(participants);
        utterances.forEach(u -> names.add(u.name()));
        List<ChatMessage> messages = new ArrayList<>(List.of(ChatMessage.user(START)));
        for (Utterance utterance : utterances) {
            message(utterance, viewer, names).ifPresent(m -> add(messages, m));
        }
        return List.copyOf(messages);
    }

    /**
     * One utterance as a message of its own: what a token budget counts. Empty where the viewer saw nothing of it.
     *
     * @param participants the names of all who take part
     */
    public static Optional<ChatMessage> message(Utterance utterance, Speaker viewer, Collection<String> participants) {
        boolean own = utterance.speaker().equals(viewer);
        String content = own ? own(utterance) : others(utterance, participants);
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChatMessage(own ? Role.ASSISTANT : Role.USER, content));
    }

    private static void add(List<ChatMessage> messages, ChatMessage next) {
        int end = messages.size() - 1;
        ChatMessage last = messages.get(end);
        if (last.role() == next.role()) {
            messages.set(end, new ChatMessage(last.role(), last.content() + "\n\n" + next.content()));
        } else {
            messages.add(next);
        }
    }

    private static String own(Utterance utterance) {
        List<Segment> kept = utterance.segments().stream()
                .filter(s -> !(s instanceof Segment.Hidden h) || h.kind() != Segment.Hidden.Kind.PLAN)
                .toList();
        return Strip.spaces(Markup.HER.write(kept));
    }

    private static String others(Utterance utterance, Collection<String> participants) {
        boolean person = utterance.speaker().kind() == Speaker.Kind.PERSON;
        StringBuilder said = new StringBuilder();
        for (Segment segment : utterance.segments()) {
            if (segment instanceof Visible visible) {
                Visible safe = new Visible(visible.kind(), safe(visible, utterance.name(), person, participants));
                append(said, Markup.HER.write(List.of(safe)));
            }
        }
        String content = Strip.spaces(said.toString());
        return content.isEmpty() ? "" : Neutral.name(utterance.name()) + ": " + content;
    }

    private static String safe(Visible visible, String name, boolean person, Collection<String> participants) {
        String text = person ? visible.text() : Display.withoutName(visible, Names.known(Set.of(name)));
        return Neutral.text(text, participants);
    }

    /** Where a thought is gone, only one of the white spaces beside it stays. */
    private static void append(StringBuilder said, String next) {
        boolean spaced = said.isEmpty() || Names.isSpace(said.charAt(said.length() - 1));
        said.append(spaced ? next.substring(Strip.start(next)) : next);
    }
}
