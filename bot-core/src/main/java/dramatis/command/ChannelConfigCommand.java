package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.access.AuditEntry;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.address.ChannelOption;
import dramatis.address.ChannelSettings;
import dramatis.address.ChannelSettingsStore;
import dramatis.address.SettingException;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.ConversationRef;
import dramatis.message.UserNotice;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /channel config}: shows how the bot behaves here and where that comes from, or changes what is given. */
final class ChannelConfigCommand implements Command {
    private static final String RESET = "reset";

    private final ChannelSettingsStore store;
    private final ChannelSettings defaults;
    private final AccessStore access;
    private final InstantSource clock;

    ChannelConfigCommand(
            ChannelSettingsStore store, ChannelSettings defaults, AccessStore access, InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.defaults = requireNonNull(defaults, "defaults");
        this.access = requireNonNull(access, "access");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public CommandSpec spec() {
        Option[] options = Stream.concat(
                        Stream.of(ChannelOption.values())
                                .map(option -> Option.line(option.word()).optional()),
                        Stream.of(Option.flag(RESET)))
                .toArray(Option[]::new);
        return CommandSpec.told("channel config", Rule.atLeast(Role.ADMIN), options);
    }

    @Override
    public List<String> completions(CommandCall call, String option) {
        return Stream.of(ChannelOption.values())
                .filter(one -> one.word().equals(option))
                .flatMap(one -> one.words().stream())
                .toList();
    }

    @Override
    public Answer run(CommandCall call) {
        ConversationRef place = call.conversation();
        List<ChannelOption> given = Stream.of(ChannelOption.values())
                .filter(option -> call.option(option.word()).isPresent())
                .toList();
        boolean reset = call.option(RESET).isPresent();
        try {
            change(call, place, given, reset);
        } catch (SettingException e) {
            return Answer.refuse(e.notice());
        }
        return shown(place);
    }

    /** All or nothing: what cannot be is known before anything is kept. */
    private void change(CommandCall call, ConversationRef place, List<ChannelOption> given, boolean reset) {
        ChannelSettings changed = reset ? beneath(place) : holds(place);
        for (ChannelOption option : given) {
            changed = option.with(changed, call.required(option.word()));
        }
        if (!given.isEmpty()) {
            store.put(place, changed);
            audit(call, words(given, changed));
        } else if (reset) {
            store.clear(place);
            audit(call, RESET);
        }
    }

    private void audit(CommandCall call, String what) {
        access.audit(new AuditEntry(call.caller().place(), call.user(), call.name(), what, clock.instant()));
    }

    private static String words(List<ChannelOption> given, ChannelSettings settings) {
        return given.stream()
                .map(option -> option.word() + "=" + option.text(settings))
                .collect(Collectors.joining(" "));
    }

    private ChannelSettings holds(ConversationRef place) {
        return store.find(place).orElse(defaults);
    }

    /** What holds where nothing is chosen for exactly this place. */
    private ChannelSettings beneath(ConversationRef place) {
        return place.threadId().isEmpty() ? defaults : holds(place.channel());
    }

    private Answer shown(ConversationRef place) {
        ChannelSettings settings = holds(place);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Say(UserNotice.of(source(place))));
        for (ChannelOption option : ChannelOption.values()) {
            parts.add(new Part.Say(UserNotice.of("channel.line", option.word(), option.text(settings))));
        }
        return new Answer(parts);
    }

    private String source(ConversationRef place) {
        if (store.chosen(place)) {
            return "channel.from.here";
        }
        return store.find(place).isPresent() ? "channel.from.channel" : "channel.from.default";
    }
}
