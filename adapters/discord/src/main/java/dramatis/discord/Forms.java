package dramatis.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.command.CommandCall;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/** Forms and questions that wait for somebody: for fifteen minutes, and not over a restart. Safe for use by many threads. */
final class Forms {
    /** What all that wait may hold together; without files about one each. */
    private static final int MOST_KIB = 64 << 10;

    private static final int KIB = 1;
    private static final int MOST_FIELDS = 5;
    private static final int LONGEST_FIELD = 4000;
    private static final int LONGEST_LABEL = 45;

    private final Cache<String, Part> waiting = Caffeine.newBuilder()
            .maximumWeight(MOST_KIB)
            .weigher((String id, Part part) -> KIB + files(part))
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    private static int files(Part part) {
        return part instanceof Part.Confirm confirm
                ? confirm.call().files().values().stream()
                        .mapToInt(file -> file.content().length >> 10)
                        .sum()
                : 0;
    }

    /** Keeps a form or a question under an id. */
    String keep(Part part) {
        String id = UUID.randomUUID().toString();
        waiting.put(id, part);
        return id;
    }

    /** The form or question, if it still waits. */
    <P extends Part> Optional<P> find(String id, Class<P> kind) {
        return Optional.ofNullable(waiting.getIfPresent(id))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    void forget(String id) {
        waiting.invalidate(id);
    }

    /** Whether a command is likely to answer with a form: it takes long texts, and none was given. */
    static boolean likely(CommandSpec spec, CommandCall call) {
        List<Option> texts = spec.options().stream()
                .filter(option -> !option.required() && option.longest() >= LONGEST_FIELD)
                .toList();
        return !texts.isEmpty()
                && texts.stream().allMatch(option -> call.option(option.name()).isEmpty());
    }

    /** A form as Discord shows it; its id is the one it is kept under, with a word before it. */
    static Modal modal(String id, Part.Form form, Locale locale) {
        Modal.Builder modal = Modal.create(id, cut(Wording.plain(form.title(), locale)));
        List<Answer.Field> fields = form.fields().stream().limit(MOST_FIELDS).toList();
        for (int i = 0; i < fields.size(); i++) {
            String label = cut(Wording.plain(fields.get(i).label(), locale));
            modal.addComponents(Label.of(label, input(fields.get(i), 2 * i + 1)).withUniqueId(2 * i + 2));
        }
        return modal.build();
    }

    /** JDA reads no answer whose parts have no numbers. */
    private static TextInput input(Answer.Field field, int number) {
        TextInput.Builder input = TextInput.create(
                        field.option(), field.paragraph() ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT)
                .setUniqueId(number)
                .setRequired(field.required())
                .setMaxLength(Math.min(field.longest(), LONGEST_FIELD));
        if (!field.value().isEmpty()) {
            input.setValue(field.value());
        }
        return input.build();
    }

    private static String cut(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    /** The form's call with what was filled in. */
    static CommandCall filled(Part.Form form, List<ModalMapping> values) {
        CommandCall call = form.call();
        for (ModalMapping value : values) {
            String text = value.getAsString().strip();
            if (!text.isEmpty()) {
                call = call.with(value.getCustomId(), text);
            }
        }
        return call;
    }
}
