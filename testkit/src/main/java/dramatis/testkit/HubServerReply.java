package dramatis.testkit;

import com.sun.net.httpserver.HttpExchange;
import dramatis.testkit.HubServerFault.BreakAfter;
import dramatis.testkit.HubServerFault.ContentRange;
import dramatis.testkit.HubServerFault.EndAfter;
import dramatis.testkit.HubServerFault.StallAfter;
import dramatis.testkit.HubServerFault.Text;
import dramatis.testkit.HubServerFault.WholeAnyway;
import dramatis.testkit.HubServerFault.WrongByte;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers one request of a {@link HubServer}. */
final class HubServerReply {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final HttpExchange exchange;
    private final AtomicLong served;
    private final CountDownLatch goOn;

    HubServerReply(HttpExchange exchange, AtomicLong served, CountDownLatch goOn) {
        this.exchange = exchange;
        this.served = served;
        this.goOn = goOn;
    }

    /** Refuses who has not the token, as the hub does. */
    boolean hasToken(Optional<String> required) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (required.isEmpty() || ("Bearer " + required.get()).equals(given)) {
            return true;
        }
        status(
                401,
                given == null
                        ? Map.of("X-Error-Code", "GatedRepo", "X-Error-Message", "Access to this model is restricted.")
                        : Map.of("X-Error-Message", "Invalid credentials in Authorization header"));
        return false;
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void status(int code, Map<String, String> headers) throws IOException {
        headers.forEach(this::header);
        exchange.sendResponseHeaders(code, -1);
    }

    void redirect(int code, String location, String commit, HubServerFile file) throws IOException {
        header("X-Linked-Etag", "\"" + file.checksum() + "\"");
        header("X-Linked-Size", Long.toString(file.size()));
        header("X-Repo-Commit", commit);
        status(code, Map.of("Location", location));
    }

    /** Sends a file, or the part of it that was asked for, with the fault. */
    void file(HubServerFile file, HubServerFault fault) throws IOException, InterruptedException {
        if (fault instanceof Text text) {
            file(HubServerFile.small(file.name(), text.text()), new WholeAnyway());
            return;
        }
        header("ETag", "\"" + file.checksum() + "\"");
        header("Accept-Ranges", "bytes");
        Matcher range =
                RANGE.matcher(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                        .orElse(""));
        boolean part = range.matches() && !(fault instanceof WholeAnyway);
        long from = part ? Long.parseLong(range.group(1)) : 0;
        if (part && from >= file.size()) {
            status(416, Map.of("Content-Range", "bytes */" + file.size()));
            return;
        }
        long to = fault instanceof EndAfter end ? Math.min(file.size(), from + end.bytes()) : file.size();
        begin(file, part, from, to, fault);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            body(file, from, to, fault);
        }
    }

    private void begin(HubServerFile file, boolean part, long from, long to, HubServerFault fault) throws IOException {
        if (part) {
            header(
                    "Content-Range",
                    fault instanceof ContentRange wrong
                            ? wrong.value()
                            : "bytes " + from + "-" + (to - 1) + "/" + file.size());
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            header("Content-Length", Long.toString(to - from));
        }
        exchange.sendResponseHeaders(part ? 206 : 200, head || to == from ? -1 : to - from);
    }

    private void body(HubServerFile file, long from, long to, HubServerFault fault)
            throws IOException, InterruptedException {
        OutputStream out = new Counted(exchange.getResponseBody(), fault instanceof WrongByte);
        if (fault instanceof BreakAfter stop) {
            file.content().write(from, Math.min(to, from + stop.bytes()), out);
        } else if (fault instanceof StallAfter stop) {
            file.content().write(from, Math.min(to, from + stop.bytes()), out);
            out.flush();
            goOn.await();
            file.content().write(Math.min(to, from + stop.bytes()), to, out);
        } else {
            file.content().write(from, to, out);
        }
        out.flush();
    }

    /** Counts what it sends. */
    private final class Counted extends FilterOutputStream {
        private boolean wrong;

        private Counted(OutputStream out, boolean wrong) {
            super(out);
            this.wrong = wrong;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            byte[] sent = bytes;
            if (wrong && length > 0) {
                sent = bytes.clone();
                sent[offset] ^= 1;
                wrong = false;
            }
            out.write(sent, offset, length);
            served.addAndGet(length);
        }
    }
}
