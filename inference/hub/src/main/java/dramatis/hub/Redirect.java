package dramatis.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a redirect leads. */
final class Redirect {
    private Redirect() {}

    /**
     * The address that a Location names, seen from where it came.
     *
     * @throws IOException where it is no address of a web server
     * @throws HubException where it leads from https to http
     */
    static URI target(URI from, Optional<String> location) throws IOException {
        URI target = from.resolve(parse(location.orElse("")));
        boolean secure = "https".equalsIgnoreCase(target.getScheme());
        if (target.getHost() == null || !(secure || "http".equalsIgnoreCase(target.getScheme()))) {
            throw new IOException(from.getHost() + " leads nowhere");
        }
        if (!secure && "https".equalsIgnoreCase(from.getScheme())) {
            throw new HubException(from.getHost() + " leads from https to plain http at " + target.getHost()
                    + ", where anybody on the way could change the model: it is not downloaded.");
        }
        return target;
    }

    private static URI parse(String location) throws IOException {
        try {
            if (!location.isEmpty()) {
                return new URI(location);
            }
        } catch (URISyntaxException e) {
            // its message has the address, which may be signed
        }
        throw new IOException("a redirect without a readable address");
    }

    /** Whether a secret for one address may be shown at the other: the same scheme, host and port. */
    static boolean isSameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 ? usual : uri.getPort();
    }
}
