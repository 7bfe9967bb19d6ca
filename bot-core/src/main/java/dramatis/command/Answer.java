package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.message.Utterance;
import java.util.List;

/**
 * What a command answers, in parts that an adapter renders one after the other. What the command sets going (a turn, a
 * greeting) comes by the usual way of posts, not in here.
 *
 * @param parts may be empty
 * @param refused whether what was asked for was not done, for which the parts say why
 */
public record Answer(List<Part> parts, boolean refused) {
    /** A part of an answer. */
    public sealed interface Part {
        /** A sentence. */
        record Say(UserNotice notice) implements Part {
            public Say {
                requireNonNull(notice, "notice");
            }
        }

        /** Text that is shown as it is: a prompt, a name, a profile. */
        record Verbatim(String text) implements Part {
            public Verbatim {
                requireNonNull(text, "text");
            }
        }

        /** Something said earlier, shown as it was shown then. */
        record Said(Utterance utterance) implements Part {
            public Said {
                requireNonNull(utterance, "utterance");
            }
        }

        /** Thoughts: shown in private to the owner, or not at all. */
        record Secret(List<Segment.Hidden> hidden) implements Part {
            public Secret {
                hidden = List.copyOf(hidden);
            }
        }

        /** A file to keep. */
        record File(Attachment attachment) implements Part {
            public File {
                requireNonNull(attachment, "attachment");
            }
        }

        /**
         * Something to be filled in. What is filled in makes the call whole, with an option for each field; an empty
         * field is left out.
         */
        record Form(UserNotice title, List<Field> fields, CommandCall call) implements Part {
            public Form {
                requireNonNull(title, "title");
                fields = List.copyOf(fields);
                requireNonNull(call, "call");
            }
        }

        /** A question: the call is made where the answer is yes. */
        record Confirm(UserNotice question, CommandCall call) implements Part {
            public Confirm {
                requireNonNull(question, "question");
                requireNonNull(call, "call");
            }
        }

        /** A turn was set going, or is shown anew; what comes of it is posted as ever. */
        record Working(long turnId) implements Part {}
    }

    /**
     * A field of a form.
     *
     * @param option the option that it becomes
     * @param label what is asked for
     * @param value what stands in it
     * @param required whether it must not be empty
     * @param longest the most characters (UTF-16 units)
     * @param paragraph whether it may have several lines
     */
    public record Field(
            String option, UserNotice label, String value, boolean required, int longest, boolean paragraph) {
        public Field {
            requireNonNull(option, "option");
            requireNonNull(label, "label");
            requireNonNull(value, "value");
        }
    }

    public Answer {
        parts = List.copyOf(parts);
    }

    public Answer(List<Part> parts) {
        this(parts, false);
    }

    public static Answer of(Part... parts) {
        return new Answer(List.of(parts));
    }

    public static Answer say(String key, Object... arguments) {
        return of(new Part.Say(UserNotice.of(key, arguments)));
    }

    /** A sentence that says why not. */
    public static Answer refuse(String key, Object... arguments) {
        return refuse(UserNotice.of(key, arguments));
    }

    public static Answer refuse(UserNotice why) {
        return new Answer(List.of(new Part.Say(why)), true);
    }

    public static Answer nothing() {
        return new Answer(List.of());
    }
}
