package dramatis.discord;

import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Phrases;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.sticker.StickerItem;

/** Makes the core's messages of Discord's. Asks nothing; for any thread. */
final class Reading {
    private static final Set<MessageType> SAID = EnumSet.of(MessageType.DEFAULT, MessageType.INLINE_REPLY);

    private final Locales locales;
    private final Predicate<String> postedByBot;

    /** @param postedByBot whether this run has posted a message, by its id */
    Reading(Locales locales, Predicate<String> postedByBot) {
        this.locales = locales;
        this.postedByBot = postedByBot;
    }

    /** What somebody said; empty where nobody said anything: a note of Discord's, or what the bot may not read. */
    Optional<InboundMessage> message(Message message) {
        Locale locale = locale(message);
        String text = text(message, locale);
        if (!SAID.contains(message.getType()) || text.isBlank()) {
            return Optional.empty();
        }
        MessageRef ref = ref(message);
        return Optional.of(new InboundMessage(
                ref,
                place(message),
                new UserRef(DiscordOptions.PLATFORM, message.getAuthor().getId()),
                name(message),
                kind(message),
                text,
                repliedTo(message).map(id -> new MessageRef(ref.conversation(), id)),
                addressing(message),
                locale,
                message.getTimeCreated().toInstant()));
    }

    static MessageRef ref(Message message) {
        return new MessageRef(Spots.ref(message.getChannel()), message.getId());
    }

    static Place place(Message message) {
        return message.isFromGuild() ? place(message.getGuild()) : Place.of(Spots.ref(message.getChannel()));
    }

    static Place place(Guild guild) {
        return new Place(DiscordOptions.PLATFORM, guild.getId());
    }

    /** Whose language it is, as far as that is known. */
    Locale locale(Message message) {
        Locale servers = message.isFromGuild() ? locale(message.getGuild()) : Locale.ENGLISH;
        return locales.of(message.getAuthor().getId(), servers);
    }

    /** A server's language; only communities choose one. */
    static Locale locale(Guild guild) {
        return guild.getFeatures().contains("COMMUNITY") ? guild.getLocale().toLocale() : Locale.ENGLISH;
    }

    static String name(Message message) {
        Member member = message.isWebhookMessage() ? null : message.getMember();
        return member == null ? message.getAuthor().getEffectiveName() : member.getEffectiveName();
    }

    AuthorKind kind(Message message) {
        if (own(message)) {
            return AuthorKind.OWN;
        }
        return message.isWebhookMessage() || message.getAuthor().isBot() ? AuthorKind.BOT : AuthorKind.PERSON;
    }

    /** Whether the bot said it: itself, or by a webhook of its own. */
    boolean own(Message message) {
        String self = message.getJDA().getSelfUser().getId();
        return message.getAuthor().getId().equals(self)
                || (message.isWebhookMessage() && byOwnHook(message, self))
                || postedByBot.test(message.getId());
    }

    static boolean byOwnHook(Message message, String self) {
        String application = Long.toUnsignedString(message.getApplicationIdLong());
        return application.equals(message.getJDA().getSelfUser().getApplicationId()) || application.equals(self);
    }

    private Addressing addressing(Message message) {
        if (!message.isFromGuild()) {
            return Addressing.DIRECT;
        }
        if (mention(message).matcher(message.getContentRaw()).find()) {
            return Addressing.MENTION;
        }
        return repliesToBot(message) ? Addressing.REPLY : Addressing.NONE;
    }

    private boolean repliesToBot(Message message) {
        Message answered = message.getReferencedMessage();
        return answered == null ? repliedTo(message).filter(postedByBot).isPresent() : own(answered);
    }

    private static Optional<String> repliedTo(Message message) {
        return Optional.ofNullable(message.getMessageReference())
                .filter(reference -> reference.getType() == MessageReference.MessageReferenceType.DEFAULT)
                .map(MessageReference::getMessageId);
    }

    /** The bot, or the role that Discord made for it, spoken to by name. */
    private static Pattern mention(Message message) {
        StringBuilder mentions =
                new StringBuilder("<@!?" + message.getJDA().getSelfUser().getId() + ">");
        if (message.isFromGuild()) {
            message.getGuild().getSelfMember().getRoles().stream()
                    .filter(Role::isManaged)
                    .forEach(own -> mentions.append("|<@&").append(own.getId()).append('>'));
        }
        return Pattern.compile(mentions.toString());
    }

    /** What was said, without the mention of the bot that it begins with. */
    String text(Message message, Locale locale) {
        Pattern leading = Pattern.compile("^\\s*(?:" + mention(message) + ")[\\s,:]*");
        String said = leading.matcher(message.getContentRaw()).replaceFirst("");
        List<String> parts = new ArrayList<>();
        parts.add(ReadableText.text(said, names(message)));
        message.getMessageSnapshots()
                .forEach(forwarded -> parts.add(ReadableText.text(forwarded.getContentRaw(), names(message))));
        parts.addAll(placeholders(message, Phrases.in(locale)));
        parts.removeIf(String::isBlank);
        return String.join(" ", parts).strip();
    }

    private static List<String> placeholders(Message message, Phrases phrases) {
        List<String> placeholders = new ArrayList<>();
        for (Message.Attachment attachment : message.getAttachments()) {
            String key = picture(attachment) ? "discord.picture" : "discord.file";
            placeholders.add(phrases.text(key, attachment.getFileName()));
        }
        for (StickerItem sticker : message.getStickers()) {
            placeholders.add(phrases.text("discord.sticker", sticker.getName()));
        }
        return placeholders;
    }

    private static boolean picture(Message.Attachment attachment) {
        return attachment.isImage()
                || Optional.ofNullable(attachment.getContentType())
                        .filter(type -> type.startsWith("image/"))
                        .isPresent();
    }

    private static ReadableText.Names names(Message message) {
        return new ReadableText.Names(id -> user(message, id), id -> role(message, id), id -> channel(message, id));
    }

    private static String user(Message message, String id) {
        Optional<String> member = message.getMentions().getMembers().stream()
                .filter(one -> one.getId().equals(id))
                .map(Member::getEffectiveName)
                .findFirst();
        return member.or(() -> message.getMentions().getUsers().stream()
                        .filter(one -> one.getId().equals(id))
                        .map(User::getEffectiveName)
                        .findFirst())
                .orElse(id);
    }

    private static String role(Message message, String id) {
        return Optional.ofNullable(message.getJDA().getRoleById(id))
                .map(Role::getName)
                .orElse(id);
    }

    private static String channel(Message message, String id) {
        return Optional.ofNullable(message.getJDA().getChannelById(GuildChannel.class, id))
                .map(Channel::getName)
                .orElse(id);
    }
}
