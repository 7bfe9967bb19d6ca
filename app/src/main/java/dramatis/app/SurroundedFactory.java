package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes subcommands: those whose constructor asks for it are given what the process was given. */
final class SurroundedFactory implements IFactory {
    private final Surroundings surroundings;

    SurroundedFactory(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        var asks = Stream.of(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 1
                        && constructor.getParameterTypes()[0] == Surroundings.class);
        return asks
                ? type.getDeclaredConstructor(Surroundings.class).newInstance(surroundings)
                : CommandLine.defaultFactory().create(type);
    }
}
