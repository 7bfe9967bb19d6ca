package dramatis.discord;

import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.platform.Admission;
import dramatis.platform.InboundHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Takes events in and keeps them, and says of each what the test wants said. Safe for use by many threads. */
final class TestingHandler implements InboundHandler {
    private final List<InboundEvent> events = new CopyOnWriteArrayList<>();
    private volatile Function<InboundEvent, Admission> answer = event -> new Admission.Ignored();

    void answer(Function<InboundEvent, Admission> admission) {
        answer = admission;
    }

    @Override
    public Admission accept(InboundEvent event) {
        events.add(event);
        return answer.apply(event);
    }

    <E extends InboundEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<InboundMessage> messages() {
        return events(InboundEvent.Message.class).stream()
                .map(InboundEvent.Message::message)
                .toList();
    }

    List<String> texts() {
        return messages().stream().map(InboundMessage::text).toList();
    }
}
