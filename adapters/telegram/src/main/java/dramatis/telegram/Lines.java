package dramatis.telegram;

import dramatis.message.Segment;
import java.util.List;

/** Sentences of the bot's own as messages. Pure. */
final class Lines {
    private Lines() {}

    static List<Page> of(String text, boolean italic) {
        return text.isBlank() ? List.of() : Pages.of(List.of(italic ? Segment.action(text) : Segment.speech(text)), "");
    }
}
