package dramatis.address;

import static java.util.Objects.requireNonNull;

import dramatis.address.Decision.Answer;
import dramatis.address.Decision.Ignore;
import dramatis.address.Decision.Overhear;
import dramatis.address.Decision.Why;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decides what becomes of a message. A pure function, for any thread: the same message, settings and company always come
 * to the same. Only messages are decided about; an edit never makes the bot answer. The first rule that holds decides:
 *
 * <table>
 * <caption>Rules in order</caption>
 * <tr><th>the message</th><th>what becomes of it</th></tr>
 * <tr><td>is the bot's own, or one of its webhooks'</td><td>ignored: OWN</td></tr>
 * <tr><td>is somebody's who is blocked</td><td>ignored: BLOCKED</td></tr>
 * <tr><td>is somebody's who opted out</td><td>ignored: OPTED_OUT</td></tr>
 * <tr><td>has nothing to read in it</td><td>ignored: EMPTY</td></tr>
 * <tr><td>begins with {@code //}, or begins with {@code ((} and ends with {@code ))}</td>
 *     <td>ignored: OUT_OF_CHARACTER</td></tr>
 * <tr><td>is neither in a private chat nor what a trigger of the channel asks for</td><td>quiet: NO_TRIGGER</td></tr>
 * <tr><td>is a bot's, and as many as the cap were answered since a person spoke</td><td>quiet: BOT_CAP</td></tr>
 * <tr><td>comes within the cooldown; not for people in private chats, who mention the bot, or who reply to it</td>
 *     <td>quiet: COOLDOWN</td></tr>
 * <tr><td>is any other</td><td>answered, by the first {@link Trigger} that holds</td></tr>
 * </table>
 *
 * <p>Quiet is overheard where it addresses the bot (privately, by a mention, a reply or a name, whatever the triggers), or
 * where a manager has chosen a character and the channel listens to all; else ignored.
 *
 * <p>Who answers: whoever was called, where that is the trigger; else whose message is replied to, else whoever was
 * called, else the first of the cast.
 */
public final class Attention {
    private final long seed;

    /** @param seed of the chance by which other messages are answered */
    public Attention(long seed) {
        this.seed = seed;
    }

    public Decision decide(InboundMessage message, ChannelSettings settings, Present present) {
        Optional<Why> unread = unread(message, present);
        return unread.isPresent() ? new Ignore(unread.get()) : new Heard(message, settings, present).decide();
    }

    private static Optional<Why> unread(InboundMessage message, Present present) {
        if (message.authorKind() == AuthorKind.OWN || present.own().contains(message.author())) {
            return Optional.of(Why.OWN);
        }
        if (present.blocked().contains(message.author())) {
            return Optional.of(Why.BLOCKED);
        }
        if (present.optedOut().contains(message.author())) {
            return Optional.of(Why.OPTED_OUT);
        }
        String text = Words.plain(message.text());
        if (text.isEmpty()) {
            return Optional.of(Why.EMPTY);
        }
        boolean aside = text.startsWith("//") || (text.startsWith("((") && text.endsWith("))"));
        return aside ? Optional.of(Why.OUT_OF_CHARACTER) : Optional.empty();
    }

    /** A message that may be read. */
    private final class Heard {
        private final InboundMessage message;
        private final ChannelSettings settings;
        private final Present present;
        private final Optional<String> called;

        Heard(InboundMessage message, ChannelSettings settings, Present present) {
            this.message = message;
            this.settings = requireNonNull(settings, "settings");
            this.present = present;
            this.called = Called.by(message.text(), present.cast());
        }

        Decision decide() {
            Optional<Trigger> trigger =
                    Arrays.stream(Trigger.values()).filter(this::holds).findFirst();
            if (trigger.isEmpty()) {
                return quiet(Why.NO_TRIGGER);
            }
            if (bot() && present.recent().botTurns() >= settings.botTurnCap()) {
                return quiet(Why.BOT_CAP);
            }
            return waits(trigger.get()) ? quiet(Why.COOLDOWN) : new Answer(trigger.get(), who(trigger.get()));
        }

        private boolean holds(Trigger trigger) {
            Triggers on = settings.triggers();
            return switch (trigger) {
                case DIRECT -> message.addressing() == Addressing.DIRECT || message.addressing() == Addressing.COMMAND;
                case MENTION -> on.mention() && message.addressing() == Addressing.MENTION;
                case REPLY -> on.reply() && replies();
                case NAME -> on.name() && called.isPresent();
                case ALL -> on.all();
                case CHANCE -> Chance.of(seed, message.ref()) < on.chance();
            };
        }

        private boolean replies() {
            return message.addressing() == Addressing.REPLY
                    || present.repliedTo().isPresent();
        }

        private boolean bot() {
            return message.authorKind() == AuthorKind.BOT;
        }

        private boolean waits(Trigger trigger) {
            boolean pressing = trigger == Trigger.DIRECT || trigger == Trigger.MENTION || trigger == Trigger.REPLY;
            return (bot() || !pressing)
                    && present.recent()
                            .answered()
                            .filter(last -> message.sentAt().isBefore(last.plus(settings.cooldown())))
                            .isPresent();
        }

        private String who(Trigger trigger) {
            return trigger == Trigger.NAME
                    ? called.orElseThrow()
                    : present.repliedToMember().or(() -> called).orElseGet(present::lead);
        }

        private Decision quiet(Why why) {
            boolean addressed = message.addressing() != Addressing.NONE || replies() || called.isPresent();
            boolean listens = present.chosen() && settings.listen() == Listen.ALL;
            return addressed || listens ? new Overhear(why) : new Ignore(why);
        }
    }
}
