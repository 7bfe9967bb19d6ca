package dramatis.inference;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Keeps stop strings from getting out: text goes in as it is made, and comes out as soon as it can no longer be the
 * beginning of a stop. What comes out, taken together, is the same however the text was cut. One thread at a time.
 */
public final class StopGate {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean stopped;

    /** A gate for these stops; empty ones stop nothing. */
    public StopGate(List<String> stops) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
    }

    /** Takes more text and returns what may go on: all that stands before a stop, less what may yet become one. */
    public String push(String text) {
        requireNonNull(text, "text");
        if (stopped) {
            return "";
        }
        held.append(text);
        int cut = firstStop();
        if (cut >= 0) {
            stopped = true;
            return release(cut);
        }
        return release(held.length() - partial());
    }

    /** Returns what is still held, at the end of a text that no stop ended. */
    public String flush() {
        return stopped ? "" : release(held.length());
    }

    /** Whether a stop has been seen: nothing comes out any more. */
    public boolean stopped() {
        return stopped;
    }

    /** Where the stop begins that is complete first (of two that end together, the longer), or -1. */
    private int firstStop() {
        int begin = -1;
        int end = Integer.MAX_VALUE;
        for (String stop : stops) {
            int at = held.indexOf(stop);
            if (at >= 0 && (at + stop.length() < end || (at + stop.length() == end && at < begin))) {
                begin = at;
                end = at + stop.length();
            }
        }
        return begin;
    }

    /** The length of the longest end of the held text that a stop begins with. */
    private int partial() {
        int longest = 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--) {
                if (stop.startsWith(held.substring(held.length() - length))) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    private String release(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return text;
    }
}
