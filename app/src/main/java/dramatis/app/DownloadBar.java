package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.hub.HubId;
import dramatis.hub.Progress;
import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a download: as a bar on a terminal, as a line every tenth elsewhere. For one thread. */
final class DownloadBar implements Progress, AutoCloseable {
    private static final int MEGABYTE = 1_000_000;
    private static final int WIDTH = 79;

    private final PrintStream err;
    private final boolean terminal;
    private Optional<ProgressBar> bar = Optional.empty();
    private long tenths;

    DownloadBar(PrintStream err, boolean terminal) {
        this.err = requireNonNull(err, "err");
        this.terminal = terminal;
    }

    @Override
    public void started(HubId id, long done, long total) {
        close();
        if (terminal) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(id.toString())
                    .setUnit(" MB", MEGABYTE)
                    .setInitialMax(total)
                    .startsFrom(done, java.time.Duration.ZERO)
                    .showSpeed()
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new DelegatingProgressBarConsumer(text -> err.print("\r" + text), WIDTH))
                    .build());
        } else {
            err.printf("Downloading %s, %d MB.%n", id, (total - done) / MEGABYTE);
            tenths = 10 * done / Math.max(1, total);
        }
    }

    @Override
    public void advanced(long done, long total) {
        bar.ifPresent(it -> it.stepTo(done));
        long now = 10 * done / Math.max(1, total);
        if (!terminal && now > tenths) {
            tenths = now;
            err.printf("%d %%%n", 10 * now);
        }
    }

    @Override
    public void waiting(String sentence) {
        err.println(sentence);
    }

    @Override
    public void close() {
        bar.ifPresent(it -> {
            it.close();
            err.println();
        });
        bar = Optional.empty();
    }
}
