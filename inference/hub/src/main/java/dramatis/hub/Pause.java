package dramatis.hub;

import java.time.Duration;

/** How waiting is done between two tries. */
interface Pause {
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    void pause(Duration duration) throws InterruptedException;
}
