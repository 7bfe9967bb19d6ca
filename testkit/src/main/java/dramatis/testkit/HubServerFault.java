package dramatis.testkit;

import java.util.Map;

/** What a {@link HubServer} does wrong with one request. */
public sealed interface HubServerFault {
    /** Nothing: this request is answered as ever. */
    record None() implements HubServerFault {}

    /** Answers with that status and no content. */
    record Status(int code, Map<String, String> headers) implements HubServerFault {
        public Status {
            headers = Map.copyOf(headers);
        }
    }

    /** Answers with that text, as if it were what was asked for. */
    record Text(String text) implements HubServerFault {}

    /** Breaks the connection after so many bytes of the content. */
    record BreakAfter(long bytes) implements HubServerFault {}

    /** Says nothing more after so many bytes of the content, until the server lets it go on. */
    record StallAfter(long bytes) implements HubServerFault {}

    /** Ends the answer in order after so many bytes, with a length that says so. */
    record EndAfter(long bytes) implements HubServerFault {}

    /** Sends another first byte than the right one. */
    record WrongByte() implements HubServerFault {}

    /** Sends the whole content with a 200 though a part of it was asked for. */
    record WholeAnyway() implements HubServerFault {}

    /** Says that the part is another one than it is. */
    record ContentRange(String value) implements HubServerFault {}

    static HubServerFault status(int code) {
        return new Status(code, Map.of());
    }

    static HubServerFault status(int code, String header, String value) {
        return new Status(code, Map.of(header, value));
    }
}
