package dramatis.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads server-sent events (the WHATWG HTML standard's section 9.2) as their bytes come, however these are cut. Only the
 * data of events is of use here; names, ids, retry times and comments are passed over. One thread at a time.
 */
final class SseReader {
    /** No token of a reply is nearly so long; whole replies that come as one event are not either. */
    static final int LONGEST = 4 << 20;

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private boolean afterReturn;
    private boolean firstLine = true;

    /**
     * Takes more bytes, and returns the data of each event that is complete with them.
     *
     * @throws IOException when an event is longer than {@link #LONGEST}
     */
    List<String> push(byte[] bytes) throws IOException {
        List<String> events = new ArrayList<>();
        for (byte each : bytes) {
            if (each == '\n' && afterReturn) {
                afterReturn = false;
            } else if (each == '\n' || each == '\r') {
                afterReturn = each == '\r';
                endLine(events);
            } else {
                afterReturn = false;
                line.write(each);
                requireShort(line.size());
            }
        }
        return events;
    }

    /** Returns what a stream that ends in the middle of an event leaves: servers forget the last empty line. */
    List<String> end() throws IOException {
        List<String> events = new ArrayList<>();
        endLine(events);
        dispatch(events);
        return events;
    }

    private void endLine(List<String> events) throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        int from = firstLine && startsWithMark(bytes) ? MARK.length : 0;
        firstLine = false;
        String text = new String(bytes, from, bytes.length - from, UTF_8);
        if (text.isEmpty()) {
            dispatch(events);
        } else if (text.equals("data") || text.startsWith("data:")) {
            data.append(hasData ? "\n" : "").append(value(text));
            hasData = true;
            requireShort(data.length());
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
    }

    private static String value(String field) {
        int from = Math.min(field.length(), "data:".length());
        return field.substring(field.startsWith(" ", from) ? from + 1 : from);
    }

    private void dispatch(List<String> events) {
        if (hasData) {
            events.add(data.toString());
        }
        data.setLength(0);
        hasData = false;
    }

    private static void requireShort(int length) throws IOException {
        if (length > LONGEST) {
            throw new IOException("an event of more than " + LONGEST + " bytes");
        }
    }
}
