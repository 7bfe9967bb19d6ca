package dramatis.app;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;

import dramatis.address.SettingException;
import dramatis.address.Triggers;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Settings as types. A bad value becomes a problem with the key, the value and what is allowed, and the default is
 * taken, so that all problems can be told at once.
 */
final class Values {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd])");

    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final Layers layers;
    private final Path directory;
    private final List<String> problems = new ArrayList<>();

    /**
     * Reads on top of what was set.
     *
     * @param directory what relative paths are relative to
     */
    Values(Layers layers, Path directory) {
        this.layers = layers;
        this.directory = directory;
        problems.addAll(layers.problems());
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The value, or empty where nothing was set. */
    <T> Optional<T> optional(Key key, String allowed, Function<String, Optional<T>> parser) {
        var given = layers.given(key);
        var value = given.flatMap(setting -> parser.apply(setting.value()));
        if (given.isPresent() && value.isEmpty()) {
            refuse(given.get(), allowed);
        }
        return value;
    }

    /** The value, or the table's default where nothing was set. */
    <T> T value(Key key, String allowed, Function<String, Optional<T>> parser) {
        return optional(key, allowed, parser)
                .orElseGet(() -> parser.apply(key.fallback()).orElseThrow());
    }

    String text(Key key) {
        return value(key, "some text", Optional::of);
    }

    int number(Key key, int least, int most) {
        return value(key, range(least, most), text -> parsed(text, least, most));
    }

    OptionalInt optionalNumber(Key key, int least, int most) {
        return optional(key, range(least, most), text -> parsed(text, least, most))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    <E extends Enum<E>> E oneOf(Key key, Class<E> type) {
        var names = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(ROOT))
                .collect(joining(", "));
        return value(
                key,
                "one of " + names,
                text -> Stream.of(type.getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(text))
                        .findFirst());
    }

    Duration duration(Key key) {
        return value(key, "a number and s, m, h or d, such as 90m or 24h", Values::parsedDuration);
    }

    Path path(Key key) {
        return value(key, "a path", this::parsedPath);
    }

    Optional<Path> optionalPath(Key key) {
        return optional(key, "a path", this::parsedPath);
    }

    /** A file that can be read. */
    Optional<Path> optionalFile(Key key) {
        return optional(key, "a file that can be read", text -> parsedPath(text).filter(Files::isReadable));
    }

    /** What is answered in a channel. */
    Triggers triggers(Key key) {
        return value(key, "any of mention, reply, name, all, chance=0.1, or commands alone", Values::parsedTriggers);
    }

    private static Optional<Triggers> parsedTriggers(String text) {
        try {
            return Optional.of(Triggers.parse(text));
        } catch (SettingException e) {
            return Optional.empty();
        }
    }

    /** Addresses of servers, separated by commas; none where nothing was set. */
    List<URI> urls(Key key) {
        return optional(key, "http:// or https:// addresses, separated by commas", Values::parsedUrls)
                .orElse(List.of());
    }

    /** One address of a server. */
    Optional<URI> optionalUrl(Key key) {
        return optional(key, "an http:// or https:// address", Values::parsedUrl);
    }

    /** A platform's number of a user, never a name: names can be taken by others. */
    Optional<String> optionalId(Key key) {
        return optional(key, "the number of a user", text -> Optional.of(text).filter(id -> id.matches("[0-9]{1,20}")));
    }

    /** What is shown to nobody. */
    Optional<Secret> secret(Key key) {
        return optional(key, "a text without spaces", text -> Optional.of(text).filter(it -> !it.matches(".*\\s.*")))
                .map(Secret::new);
    }

    /** Says that a key means nothing without another one. */
    void refuseWithout(Key key, Key other) {
        layers.given(key)
                .ifPresent(given -> problems.add("%s is set (%s), but %s is not, which it is for: set both or neither."
                        .formatted(key, given.place(), other)));
    }

    /** A language that there are phrases in. The environment's may be another program's, and is taken only if it is one. */
    Optional<Locale> language(Key key) {
        var given = layers.given(key);
        var known = given.map(Given::value).filter(LANGUAGES::contains).map(Locale::forLanguageTag);
        given.filter(setting -> known.isEmpty() && setting.source() != Given.Source.ENVIRONMENT)
                .ifPresent(setting -> refuse(setting, "one of " + String.join(", ", LANGUAGES)));
        return known;
    }

    /** Says that a value will not do. */
    void refuse(Given given, String allowed) {
        problems.add(given + " will not do: it must be " + allowed + ".");
    }

    /** A path below the working directory; a leading ~ is the home directory, as a shell would have it. */
    Optional<Path> parsedPath(String text) {
        var home =
                text.equals("~") || text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
        try {
            return Optional.of(directory.resolve(home).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String range(int least, int most) {
        return "a whole number from " + least + " to " + most;
    }

    private static Optional<Integer> parsed(String text, int least, int most) {
        try {
            var number = Integer.parseInt(text);
            return number >= least && number <= most ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<URI>> parsedUrls(String text) {
        var urls = Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Values::parsedUrl)
                .toList();
        return urls.isEmpty() || urls.contains(Optional.<URI>empty())
                ? Optional.empty()
                : Optional.of(urls.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<URI> parsedUrl(String text) {
        try {
            var url = new URI(text);
            var web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return Optional.of(url).filter(it -> web && it.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> parsedDuration(String text) {
        var matcher = DURATION.matcher(text.toLowerCase(ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var count = Long.parseLong(matcher.group(1));
        return Optional.of(
                        switch (matcher.group(2)) {
                            case "s" -> Duration.ofSeconds(count);
                            case "m" -> Duration.ofMinutes(count);
                            case "h" -> Duration.ofHours(count);
                            default -> Duration.ofDays(count);
                        })
                .filter(duration -> !duration.isZero());
    }
}
