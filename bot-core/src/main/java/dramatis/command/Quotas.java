package dramatis.command;

import dramatis.message.UserNotice;
import dramatis.persona.Persona;
import dramatis.persona.Quota;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said where somebody would keep too much. */
final class Quotas {
    private Quotas() {}

    /** Whether a character has more text than is kept of one. */
    static Optional<UserNotice> tooLong(Persona persona, Quota quota) {
        long length = length(persona);
        return length > quota.texts()
                ? Optional.of(UserNotice.of("persona.too-long", persona.name(), length, quota.texts()))
                : Optional.empty();
    }

    private static long length(Persona persona) {
        Stream<String> own = Stream.of(
                persona.name(),
                persona.book().orElse(""),
                persona.profile(),
                persona.publicProfile(),
                persona.scene(),
                persona.thought(),
                persona.avatar());
        Stream<String> lists = Stream.concat(persona.greetings().stream(), persona.tags().stream());
        Stream<String> examples =
                persona.examples().stream().flatMap(example -> Stream.of(example.line(), example.reply()));
        return Stream.of(own, lists, examples)
                .flatMap(texts -> texts)
                .mapToLong(String::length)
                .sum();
    }
}
