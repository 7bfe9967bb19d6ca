package dramatis.discord;

import dramatis.persona.Portraits;
import dramatis.persona.Portraits.Portrait;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Icon;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.Webhook;
import net.dv8tion.jda.api.entities.channel.attribute.IWebhookContainer;
import net.dv8tion.jda.api.requests.ErrorResponse;

/**
 * The webhooks of one channel that speak for characters: found again by their maker and name, made where there are none,
 * the one that was used least recently deleted where there are too many. Safe for use by many threads, which wait for
 * each other.
 */
final class ChannelHooks {
    /** Discord takes 15 a channel, and others need some. */
    static final int MOST = 10;

    private static final int TRIES = 4;

    private final Calls calls;
    private final Portraits portraits;

    /** By character; the one used least recently first. */
    private final Map<String, Hook> hooks = new LinkedHashMap<>(16, 0.75f, true);

    /** What was there before this run and speaks for nobody yet, by name. */
    private final Map<String, Deque<Hook>> found = new HashMap<>();

    private final Map<String, Integer> inUse = new HashMap<>();
    private boolean read;

    ChannelHooks(Calls calls, Portraits portraits) {
        this.calls = calls;
        this.portraits = portraits;
    }

    /** The webhook of a character, in use until it is {@link #release}d. */
    synchronized Hook use(IWebhookContainer channel, String personaId, String name) {
        if (!read) {
            read(channel);
        }
        Hook hook = hooks.get(personaId);
        if (hook == null) {
            hook = obtain(channel, personaId, name);
            hooks.put(personaId, hook);
        }
        inUse.merge(hook.id(), 1, Integer::sum);
        return hook;
    }

    synchronized void release(Hook hook) {
        inUse.computeIfPresent(hook.id(), (id, users) -> users == 1 ? null : users - 1);
    }

    /** Somebody has deleted it. */
    synchronized void gone(Hook hook) {
        hooks.values().remove(hook);
    }

    /** The webhook with this id, if it is one of these. */
    synchronized Optional<Hook> find(IWebhookContainer channel, String id) {
        if (!read) {
            read(channel);
        }
        List<Hook> all = new ArrayList<>(hooks.values());
        found.values().forEach(all::addAll);
        return all.stream().filter(hook -> hook.id().equals(id)).findFirst();
    }

    private void read(IWebhookContainer channel) {
        String self = channel.getJDA().getSelfUser().getId();
        for (Webhook webhook : calls.get(channel.retrieveWebhooks())) {
            String token = webhook.getToken();
            User maker = webhook.getOwnerAsUser();
            if (token != null && maker != null && self.equals(maker.getId()) && !speaks(webhook.getId())) {
                found.computeIfAbsent(webhook.getName(), name -> new ArrayDeque<>())
                        .add(new Hook(webhook.getId(), token));
            }
        }
        read = true;
    }

    private boolean speaks(String id) {
        return hooks.values().stream().anyMatch(hook -> hook.id().equals(id));
    }

    /** Finds or makes one; where nobody knows whether one was made, looks again. */
    private Hook obtain(IWebhookContainer channel, String personaId, String name) {
        for (int tries = 1; ; tries++) {
            try {
                return foundAs(HookName.of(name)).orElseGet(() -> make(channel, personaId, name));
            } catch (RuntimeException e) {
                if (!Calls.passing(e) || tries == TRIES) {
                    throw e;
                }
                found.clear();
                read(channel);
            }
        }
    }

    private Optional<Hook> foundAs(String name) {
        return Optional.ofNullable(found.get(name)).map(Deque::poll);
    }

    private Hook make(IWebhookContainer channel, String personaId, String name) {
        while (count() >= MOST && deleteOne(channel)) {
            // until there is room
        }
        Portrait portrait = portraits.of(personaId, name);
        Webhook made = calls.get(channel.createWebhook(HookName.of(name))
                .setAvatar(Icon.from(portrait.image(), iconType(portrait.mediaType()))));
        return new Hook(made.getId(), String.valueOf(made.getToken()));
    }

    private static Icon.IconType iconType(String mediaType) {
        return Icon.IconType.fromMIME(mediaType);
    }

    private int count() {
        return hooks.size() + found.values().stream().mapToInt(Deque::size).sum();
    }

    /** Deletes what speaks for nobody first; says whether there was one that is not in use. */
    private boolean deleteOne(IWebhookContainer channel) {
        Optional<Hook> oldest = found.values().stream().flatMap(Deque::stream).findFirst();
        if (oldest.isEmpty()) {
            oldest = hooks.values().stream()
                    .filter(hook -> !inUse.containsKey(hook.id()))
                    .findFirst();
        }
        oldest.ifPresent(hook -> {
            delete(channel, hook);
            hooks.values().remove(hook);
            found.values().forEach(same -> same.remove(hook));
        });
        return oldest.isPresent();
    }

    private void delete(IWebhookContainer channel, Hook hook) {
        calls.find(channel.deleteWebhookById(hook.id()).map(done -> hook), ErrorResponse.UNKNOWN_WEBHOOK);
    }
}
