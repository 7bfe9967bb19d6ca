package dramatis.discord;

import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.platform.Admission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/**
 * What happens on Discord, handed in. JDA calls it on the thread that keeps the connection alive, so that it only hands
 * on.
 */
final class Events extends ListenerAdapter {
    private final Ingest ingest;
    private final Reading reading;
    private final Proxies proxies;
    private final Posted posted;
    private final CatchUp catchUp;
    private final Notices notices;
    private final Locales locales;
    private final Welcome welcome;

    /** Messages that came before what was missed is read: it stands before them. Used on the ingest thread. */
    private final List<Message> held = new ArrayList<>();

    private boolean behind = true;

    Events(
            Ingest ingest,
            Reading reading,
            Posted posted,
            CatchUp catchUp,
            Notices notices,
            Locales locales,
            Welcome welcome) {
        this.ingest = ingest;
        this.reading = reading;
        this.posted = posted;
        this.catchUp = catchUp;
        this.notices = notices;
        this.locales = locales;
        this.welcome = welcome;
        this.proxies = new Proxies(
                this::accept,
                CompletableFuture.delayedExecutor(Proxies.WINDOW.toMillis(), TimeUnit.MILLISECONDS, ingest::put)
                        ::execute);
    }

    @Override
    public void onReady(ReadyEvent event) {
        ingest.put(() -> began(event.getJDA()));
    }

    @Override
    public void onSessionInvalidate(SessionInvalidateEvent event) {
        ingest.put(() -> behind = true);
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        ingest.put(() -> began(event.getJDA()));
    }

    private void began(JDA jda) {
        jda.getGuilds().forEach(guild -> accept(new InboundEvent.Joined(Reading.place(guild))));
        catchUp.run(this::missed);
        behind = false;
        held.forEach(this::heard);
        held.clear();
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        ingest.put(() -> {
            if (behind) {
                held.add(event.getMessage());
            } else {
                heard(event.getMessage());
            }
        });
    }

    private void heard(Message message) {
        catchUp.seen(Reading.ref(message));
        reading.message(message).ifPresent(one -> said(message, one));
    }

    private void said(Message message, InboundMessage one) {
        locales.spoken(message.getChannelId(), one.locale());
        if (one.authorKind() == AuthorKind.BOT && message.isWebhookMessage()) {
            proxies.hooked(one);
        } else {
            proxies.message(one);
        }
    }

    private void missed(Message message, Optional<String> serverName) {
        catchUp.seen(Reading.ref(message));
        reading.message(message)
                .map(one -> serverName.map(one::withAuthorName).orElse(one))
                .ifPresent(one -> said(message, one));
    }

    @Override
    public void onMessageUpdate(MessageUpdateEvent event) {
        ingest.put(() -> edited(event.getMessage()));
    }

    /** Discord says so too when it has unfolded a link; and what the bot may not read is no change. */
    private void edited(Message message) {
        if (message.isEdited() && !reading.own(message)) {
            String text = reading.text(message, reading.locale(message));
            if (!text.isBlank()) {
                accept(new InboundEvent.Edited(Reading.ref(message), text));
            }
        }
    }

    @Override
    public void onMessageDelete(MessageDeleteEvent event) {
        ingest.put(() -> deleted(event.getChannel(), event.getMessageId()));
    }

    @Override
    public void onMessageBulkDelete(MessageBulkDeleteEvent event) {
        ingest.put(() -> event.getMessageIds().forEach(id -> deleted(event.getChannel(), id)));
    }

    private void deleted(Channel channel, String messageId) {
        if (!posted.deletedByBot(messageId)) {
            proxies.deleted(new MessageRef(Spots.ref(channel), messageId));
        }
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        ingest.put(() -> accept(new InboundEvent.Removed(Spots.ref(event.getChannel()))));
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        ingest.put(() -> joined(event.getGuild()));
    }

    private void joined(Guild guild) {
        accept(new InboundEvent.Joined(Reading.place(guild)));
        welcome.say(guild);
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        ingest.put(() -> accept(new InboundEvent.Left(Reading.place(event.getGuild()))));
    }

    private void accept(InboundEvent event) {
        ingest.accept(event, admission -> {
            if (admission instanceof Admission.Refused refused) {
                if (event instanceof InboundEvent.Message message) {
                    tell(message.message(), refused);
                } else if (event instanceof InboundEvent.Replaced replaced) {
                    tell(replaced.message(), refused);
                }
            }
        });
    }

    private void tell(InboundMessage message, Admission.Refused refused) {
        notices.reply(message.ref(), refused.why(), message.locale());
    }
}
