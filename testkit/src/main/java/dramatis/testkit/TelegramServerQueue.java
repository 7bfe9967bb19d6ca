package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.JsonNode;

/** What can become of the updates that wait for the bot of a {@link TelegramServer}. For any thread. */
public final class TelegramServerQueue {
    private final TelegramServerWorld world;
    private final TelegramServerStage stage;

    TelegramServerQueue(TelegramServerWorld world, TelegramServerStage stage) {
        this.world = requireNonNull(world, "world");
        this.stage = requireNonNull(stage, "stage");
    }

    /** How many the bot has not confirmed. */
    public int unconfirmed() {
        return stage.locked(world.updates()::size);
    }

    /** Forgets that the bot confirmed the last so many: they come again, under their numbers. */
    public void redelivers(int count) {
        stage.run(() -> world.updates().redeliver(count));
    }

    /** Tells the bot of a message once more, under a new number. */
    public void repeats(TelegramServerMessage message) {
        stage.run(() -> world.announce(message, false));
    }

    /** From now on a share of updates, chosen by the seed, comes twice in one answer. */
    public void doubles(long seed, double share) {
        stage.run(() -> world.updates().twice(seed, share));
    }

    /** Queues an update that clients cannot read, from somebody in a chat. */
    public void unreadable(TelegramServerPerson person, TelegramServerChat chat) {
        stage.unreadable(person, chat);
    }

    /** Queues an update of any kind, {@code message_reaction} for one. */
    public void raw(String kind, JsonNode content) {
        stage.run(() -> world.updates().add(kind, content));
    }
}
