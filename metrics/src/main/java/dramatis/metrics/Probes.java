package dramatis.metrics;

import java.util.List;

/** What the program says about itself when asked. Asked by two threads at most, which may be blocked for some seconds. */
public interface Probes {
    /** Whether it lives. */
    Health health();

    /** What keeps it from playing just now, each in a sentence for operators; nothing where it is ready. */
    List<String> missing();
}
