package dramatis.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A console without a terminal: lines in; replies out, plainly; what went wrong on the error stream. Blank lines stand
 * between turns and nowhere in them, so that a script can take them apart.
 */
final class PipeFace implements Face {
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");

    private final BufferedReader in;
    private final Writer out;
    private final Writer err;
    private final Gap gap = new Gap();
    private volatile boolean gone;

    PipeFace(ConsoleStreams streams) {
        // a decoder that is made from the charset replaces what is not UTF-8, and does not fail
        this.in = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        this.out = new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8);
        this.err = new OutputStreamWriter(streams.err(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public Typed read() {
        try {
            String line = in.readLine();
            return line == null ? new Typed.End() : new Typed.Line(line);
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    @Override
    public synchronized void show(List<Shown> texts) {
        for (Shown text : texts) {
            if (text.look() == Look.NOTICE) {
                complain(text);
            } else if (text.look() != Look.NAME && text.look() != Look.ASIDE && !gone) {
                say(text);
            }
        }
    }

    private void say(Shown text) {
        try {
            if (gap.take()) {
                out.write('\n');
            }
            out.write(plain(text));
            out.write('\n');
            out.flush();
            gap.written();
        } catch (IOException e) {
            // the reader had enough, as head(1) has: nothing to complain about
            gone = true;
        }
    }

    private void complain(Shown text) {
        try {
            err.write(text.text());
            err.write('\n');
            err.flush();
        } catch (IOException e) {
            // there is nowhere left to say so; the exit status still tells
        }
    }

    private static String plain(Shown shown) {
        String dense = BLANK_LINES.matcher(shown.text()).replaceAll("\n");
        return switch (shown.look()) {
            case ACTION -> "*" + dense + "*";
            case SPEAKER -> dense + ":";
            case ASKED -> "> " + dense;
            case SPEECH, HIDDEN -> dense;
            default -> shown.text();
        };
    }

    @Override
    public synchronized void apart() {
        gap.ask();
    }

    @Override
    public void awaiting(String name) {}

    @Override
    public void arrived() {}

    @Override
    public void forget() {}

    @Override
    public void onBreak(Runnable action) {}

    @Override
    public boolean gone() {
        return gone;
    }

    @Override
    public void close() {}
}
