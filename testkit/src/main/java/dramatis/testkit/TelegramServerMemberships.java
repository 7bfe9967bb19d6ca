package dramatis.testkit;

import static java.util.Objects.requireNonNull;

/** What people do to the chats of a {@link TelegramServer} and to their members. For any thread. */
public final class TelegramServerMemberships {
    private final TelegramServerWorld world;
    private final TelegramServerStage stage;

    TelegramServerMemberships(TelegramServerWorld world, TelegramServerStage stage) {
        this.world = requireNonNull(world, "world");
        this.stage = requireNonNull(stage, "stage");
    }

    public void joins(TelegramServerPerson person, TelegramServerChat chat) {
        stage.add(person, chat, person);
    }

    public void leaves(TelegramServerPerson person, TelegramServerChat chat) {
        stage.remove(person, chat, person);
    }

    /** Sends the bot away. */
    public void removesBot(TelegramServerPerson actor, TelegramServerChat chat) {
        stage.remove(actor, chat, world.bot());
    }

    /** Makes somebody, or the bot, an administrator. */
    public void promotes(TelegramServerPerson actor, TelegramServerChat chat, TelegramServerPerson who) {
        stage.status(actor, chat, who, "administrator");
    }

    /** Makes an administrator a member again. */
    public void demotes(TelegramServerPerson actor, TelegramServerChat chat, TelegramServerPerson who) {
        stage.status(actor, chat, who, "member");
    }

    /** Somebody blocks the bot in their private chat. */
    public void blocks(TelegramServerPerson person) {
        stage.block(person, true);
    }

    public void unblocks(TelegramServerPerson person) {
        stage.block(person, false);
    }

    /** Takes away or gives back the right to write that members have, the bot among them. */
    public void silences(TelegramServerChat chat, boolean on) {
        chat.silent(on);
    }

    /** Makes a group a supergroup, with a new number; gives the supergroup. */
    public TelegramServerChat migrates(TelegramServerPerson actor, TelegramServerChat group) {
        return stage.migrate(actor, group);
    }

    /** Links a channel to a group: what is posted there is forwarded here. */
    public void links(TelegramServerChat channel, TelegramServerChat group) {
        stage.link(channel, group);
    }
}
