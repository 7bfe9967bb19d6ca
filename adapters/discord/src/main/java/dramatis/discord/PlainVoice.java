package dramatis.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;

/** The bot speaks for a character, whose name stands in bold before what it says. */
final class PlainVoice implements Voice {
    private final Calls calls;
    private final MessageChannel channel;
    private final String name;

    PlainVoice(Calls calls, MessageChannel channel, String name) {
        this.calls = calls;
        this.channel = channel;
        this.name = name;
    }

    @Override
    public String head() {
        return head(name);
    }

    /** A name as such a message begins. */
    static String head(String name) {
        return "**" + Escape.text(HookName.of(name)) + "**\n";
    }

    @Override
    public String post(String content, String key) {
        return calls.get(channel.sendMessage(Sent.message(content)).setNonce(key))
                .getId();
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public boolean isAuthor(Message message) {
        return channel.getJDA().getSelfUser().equals(message.getAuthor());
    }

    @Override
    public Optional<String> hookId() {
        return Optional.empty();
    }
}
