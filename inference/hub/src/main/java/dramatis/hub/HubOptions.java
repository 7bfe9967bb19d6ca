package dramatis.hub;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which hub, and where its files are kept. Nothing is read from the environment: the caller passes what stands there.
 *
 * @param home the folder of the hub's own tools (HF_HOME), which may hold a file {@code token}
 * @param cache where models are kept (HF_HUB_CACHE); {@code hub} in home where nothing else is said
 * @param endpoint the hub's or a mirror's address (HF_ENDPOINT), without a slash at its end
 * @param token what is sent to the endpoint, and to no other host (HF_TOKEN); empty is the file in home, if it is there
 * @param connectTimeout how long a connection may take
 * @param idleTimeout how long a server may be silent
 */
public record HubOptions(
        Path home, Path cache, URI endpoint, Optional<String> token, Duration connectTimeout, Duration idleTimeout) {
    private static final URI HUGGING_FACE = URI.create("https://huggingface.co");
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration IDLE = Duration.ofSeconds(60);

    public HubOptions {
        home = home.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        endpoint = checked(endpoint);
        token = token.map(String::strip).filter(it -> !it.isEmpty());
        requireNonNull(connectTimeout, "connectTimeout");
        requireNonNull(idleTimeout, "idleTimeout");
    }

    /** The defaults, for the home of the hub's own tools: {@code home/hub}, {@code home/token}, huggingface.co. */
    public static HubOptions of(Path home) {
        return new HubOptions(home, home.resolve("hub"), HUGGING_FACE, Optional.empty(), CONNECT, IDLE);
    }

    /** Where the hub's own tools have their home when HF_HOME is not set. */
    public static Path defaultHome(Path userHome) {
        return userHome.resolve(".cache").resolve("huggingface");
    }

    public HubOptions withCache(Path directory) {
        return new HubOptions(home, directory, endpoint, token, connectTimeout, idleTimeout);
    }

    /**
     * With another hub or a mirror.
     *
     * @throws IllegalArgumentException where it is no plain http or https address; the message does not repeat it
     */
    public HubOptions withEndpoint(String address) {
        return new HubOptions(home, cache, parsed(address), token, connectTimeout, idleTimeout);
    }

    public HubOptions withToken(String secret) {
        return new HubOptions(home, cache, endpoint, Optional.of(secret), connectTimeout, idleTimeout);
    }

    public HubOptions withTimeouts(Duration connect, Duration idle) {
        return new HubOptions(home, cache, endpoint, token, connect, idle);
    }

    @Override
    public String toString() {
        return "HubOptions[home=" + home + ", cache=" + cache + ", endpoint=" + endpoint + ", token="
                + (token.isPresent() ? "…" : "–") + ", connectTimeout=" + connectTimeout + ", idleTimeout="
                + idleTimeout + "]";
    }

    private static URI parsed(String address) {
        try {
            return URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            throw wrongEndpoint(); // its message has the address, which may have a password in it
        }
    }

    private static URI checked(URI endpoint) {
        boolean web = "http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme());
        boolean plain = endpoint.getHost() != null
                && endpoint.getRawUserInfo() == null
                && endpoint.getRawQuery() == null
                && endpoint.getRawFragment() == null;
        if (!web || !plain) {
            throw wrongEndpoint();
        }
        return URI.create(endpoint.toString().replaceFirst("/+$", ""));
    }

    private static IllegalArgumentException wrongEndpoint() {
        return new IllegalArgumentException(
                "the hub's address must be like https://host or https://host/path, without a user, ? and #");
    }
}
