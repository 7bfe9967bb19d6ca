package dramatis.discord;

import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.platform.Delivery;
import dramatis.platform.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.attribute.IWebhookContainer;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** Brings what characters say to Discord, by messages that grow. Safe for use by many threads; may block. */
final class Speaking {
    private final Spots spots;
    private final Calls calls;
    private final Hooks hooks;
    private final Messages messages;
    private final Posting posting;

    Speaking(Spots spots, Calls calls, Hooks hooks, Messages messages, Posting posting) {
        this.spots = spots;
        this.calls = calls;
        this.hooks = hooks;
        this.messages = messages;
        this.posting = posting;
    }

    /** See {@link dramatis.platform.Outbound#post}. */
    Receipt post(Delivery delivery) {
        try {
            return spots.find(delivery.conversation())
                    .map(spot -> inSpot(spot, delivery))
                    .orElseGet(() -> new Receipt.Refused("the channel is gone, or the bot may not see it"));
        } catch (InsufficientPermissionException e) {
            return new Receipt.Refused("the permission " + e.getPermission().getName() + " is missing there");
        } catch (RuntimeException e) {
            if (Calls.unknown(e)) {
                return new Receipt.Unknown();
            }
            return refusal(e);
        }
    }

    /** Webhooks could speak where the bot may not; whoever silences it means them too. */
    private Receipt inSpot(Spot spot, Delivery delivery) {
        return spot.channel().filter(channel -> !Access.maySpeak(channel)).isPresent()
                ? new Receipt.Refused("the bot may not write there")
                : new Receipt.Sent(inVoice(spot, delivery));
    }

    private static Receipt refusal(RuntimeException e) {
        if (e instanceof ErrorResponseException response) {
            return new Receipt.Refused("Discord answered " + response.getErrorCode() + ", " + response.getMeaning());
        }
        throw e;
    }

    private List<String> inVoice(Spot spot, Delivery delivery) {
        Optional<IWebhookContainer> channel = spot.hooks().filter(Speaking::webhooksAllowed);
        if (channel.isPresent()) {
            Optional<List<String>> shown = byHook(spot, channel.get(), delivery);
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        return spot.channel()
                .map(plain -> {
                    Standing standing = new Standing();
                    show(spot, delivery, new PlainVoice(calls, plain, delivery.name()), standing);
                    return standing.ids(delivery);
                })
                .orElseThrow(() -> new DiscordException("a thread is archived, and cannot be written to"));
    }

    private static boolean webhooksAllowed(IWebhookContainer channel) {
        return channel.getGuild().getSelfMember().hasPermission(channel, Permission.MANAGE_WEBHOOKS);
    }

    /** Speaks by a webhook, a new one where somebody has deleted it; empty where there can be none. */
    private Optional<List<String>> byHook(Spot spot, IWebhookContainer channel, Delivery delivery) {
        Standing standing = new Standing();
        for (boolean again = false; ; again = true) {
            Optional<Hook> hook = hook(channel, delivery);
            if (hook.isEmpty()) {
                return Optional.empty();
            }
            try {
                Voice voice = new HookVoice(
                        calls,
                        channel.getJDA(),
                        hook.get(),
                        delivery.name(),
                        delivery.conversation().threadId());
                show(spot, delivery, voice, standing);
                return Optional.of(standing.ids(delivery));
            } catch (ErrorResponseException e) {
                if (again || !Calls.is(e, ErrorResponse.UNKNOWN_WEBHOOK, ErrorResponse.INVALID_WEBHOOK_TOKEN)) {
                    throw e;
                }
                hooks.in(channel).gone(hook.get());
            } finally {
                hooks.in(channel).release(hook.get());
            }
        }
    }

    private Optional<Hook> hook(IWebhookContainer channel, Delivery delivery) {
        try {
            return Optional.of(hooks.in(channel).use(channel, delivery.personaId(), delivery.name()));
        } catch (ErrorResponseException e) {
            if (Calls.unknown(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** The messages of a delivery that stand by now, in order, so that another try goes on after them. */
    private static final class Standing {
        /** Those that show the whole reply from its beginning. */
        private final List<String> pages = new ArrayList<>();
        /** Those that show what is said further, where the ones before cannot be changed. */
        private final List<String> further = new ArrayList<>();

        List<String> ids(Delivery delivery) {
            return further.isEmpty()
                    ? pages
                    : Stream.concat(delivery.before().messageIds().stream(), further.stream())
                            .toList();
        }
    }

    /** Makes Discord show what is said and what is said further. */
    private void show(Spot spot, Delivery delivery, Voice voice, Standing standing) {
        List<String> ids = standing.pages;
        Delivery.Before before = delivery.before();
        List<String> were = Pages.of(before.said(), voice.head());
        List<String> pages = Pages.of(whole(delivery), voice.head());
        for (int page = ids.size(); page < pages.size(); page++) {
            boolean same = page < were.size() && were.get(page).equals(pages.get(page));
            Optional<String> id = standing(before, page);
            String content = pages.get(page);
            Messages.Outcome outcome =
                    id.map(known -> shown(spot, known, content, same)).orElse(Messages.Outcome.GONE);
            if (outcome == Messages.Outcome.OUT_OF_REACH && !before.said().isEmpty()) {
                further(spot, delivery, voice, standing.further);
                return;
            }
            ids.add(
                    outcome == Messages.Outcome.DONE
                            ? id.orElseThrow()
                            : posting.post(piece(spot, delivery, voice, page, content, ids)));
        }
        before.messageIds().stream().skip(pages.size()).forEach(id -> messages.delete(spot, id));
    }

    private static Optional<String> standing(Delivery.Before before, int page) {
        return before.messageIds().stream().skip(page).findFirst();
    }

    private static Posting.Piece piece(
            Spot spot, Delivery delivery, Voice voice, int page, String content, List<String> ids) {
        String turn = Long.toString(delivery.turnId(), Character.MAX_RADIX) + "." + delivery.piece();
        // at most 25 characters, as Discord asks of a nonce
        String key = turn + "." + delivery.attempt() + "." + page;
        return new Posting.Piece(
                spot, voice, content, turn + "." + page, key, after(delivery, ids), delivery.attempt() > 1);
    }

    private Messages.Outcome shown(Spot spot, String id, String page, boolean same) {
        return same ? Messages.Outcome.DONE : messages.edit(spot, id, Sent.edit(page));
    }

    /** What is said further in messages of its own: those before stand and cannot be changed. */
    private void further(Spot spot, Delivery delivery, Voice voice, List<String> ids) {
        List<String> pages = Pages.of(delivery.visible(), voice.head());
        for (int page = ids.size(); page < pages.size(); page++) {
            ids.add(posting.post(piece(spot, delivery, voice, page, pages.get(page), ids)));
        }
    }

    private static List<Segment.Visible> whole(Delivery delivery) {
        return Stream.concat(delivery.before().said().stream(), delivery.visible().stream())
                .toList();
    }

    /** What it is said after: the message that it answers, and what of the reply stands already. */
    private static long after(Delivery delivery, List<String> ids) {
        return Stream.of(
                        delivery.replyTo().map(MessageRef::messageId).stream(),
                        delivery.before().messageIds().stream(),
                        ids.stream())
                .flatMap(refs -> refs)
                .filter(id -> id.matches("\\d{1,19}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }
}
