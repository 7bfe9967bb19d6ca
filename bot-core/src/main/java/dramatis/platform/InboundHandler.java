package dramatis.platform;

import dramatis.message.InboundEvent;

/** Where adapters hand in what happened on their platform. */
public interface InboundHandler {
    /**
     * Takes an event: when it returns, what must survive is on disk. Called on the adapter's own ingest thread; waits
     * for nothing but the local commit; never throws.
     */
    Admission accept(InboundEvent event);
}
