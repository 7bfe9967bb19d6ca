package dramatis.hub;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it was told. */
final class RecordedProgress implements Progress {
    final List<String> sentences = new CopyOnWriteArrayList<>();
    final List<Long> done = new CopyOnWriteArrayList<>();
    volatile long doneBefore = -1;
    volatile long total = -1;

    @Override
    public void started(HubId id, long present, long all) {
        doneBefore = present;
        total = all;
    }

    @Override
    public void advanced(long now, long all) {
        done.add(now);
    }

    @Override
    public void waiting(String sentence) {
        sentences.add(sentence);
    }
}
