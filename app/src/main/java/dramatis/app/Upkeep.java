package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.persistence.Database;
import dramatis.session.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is too old, and writes the database anew where something was deleted, at quiet minutes. */
final class Upkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration AFTER_LEAVING = Duration.ofDays(30);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Database database;
    private final DataSettings settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "upkeep");
        thread.setDaemon(true);
        return thread;
    });

    Upkeep(Database database, DataSettings settings) {
        this.database = requireNonNull(database, "database");
        this.settings = requireNonNull(settings, "settings");
    }

    /** Does at once what an earlier run left to do, and goes on until it is closed. */
    void start() {
        rewrite(Duration.ZERO);
        var unused = timer.scheduleWithFixedDelay(() -> rewrite(QUIET), 1, 1, TimeUnit.MINUTES);
        var unusedToo = timer.scheduleWithFixedDelay(this::retain, 0, 1, TimeUnit.DAYS);
    }

    private void retain() {
        try {
            int places = database.privacy().deleteLeft(Instant.now().minus(AFTER_LEAVING));
            if (places > 0) {
                log.info("{} places that the bot was taken out of are forgotten", places);
            }
        } catch (StoreException e) {
            log.error("what is kept of places that the bot was taken out of could not be deleted", e);
        }
        settings.retentionDays().ifPresent(days -> {
            try {
                var gone = database.privacy().deleteOlderThan(Instant.now().minus(Duration.ofDays(days)));
                log.info("{} messages and replies were older than {} days and are deleted", gone, days);
            } catch (StoreException e) {
                log.error("old messages could not be deleted", e);
            }
        });
    }

    private void rewrite(Duration quiet) {
        try {
            if (database.rewriteIfNeeded(quiet)) {
                log.info("the database was written anew");
            }
        } catch (StoreException e) {
            log.error("the database could not be written anew: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
