package dramatis.hub;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a server answered, its body still on the way.
 *
 * @param from the address that answered; it may hold a signature, so only its host is ever shown
 */
record Answer(URI from, int status, HttpHeaders headers, Body body) implements AutoCloseable {
    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    @Override
    public void close() {
        body.close();
    }
}
