package dramatis.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/** Where a server is. Its text is for people: it has no user-info and no query. */
final class ServerUrl {
    private final String base;
    private final Optional<String> userInfo;

    private ServerUrl(String base, Optional<String> userInfo) {
        this.base = base;
        this.userInfo = userInfo;
    }

    /** A base with or without {@code /v1} and slashes behind it: they mean the same. */
    static ServerUrl of(URI url) {
        String scheme = String.valueOf(url.getScheme());
        if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("MODEL_URL must be like http://localhost:8000");
        }
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String path = Optional.ofNullable(url.getRawPath())
                .orElse("")
                .replaceFirst("/+$", "")
                .replaceFirst("/v1$", "")
                .replaceFirst("/+$", "");
        return new ServerUrl(scheme + "://" + url.getHost() + port + path, Optional.ofNullable(url.getUserInfo()));
    }

    URI resolve(String path) {
        return URI.create(base + path);
    }

    /** What the URL's user-info is as a header. */
    Optional<String> authorization() {
        return userInfo.map(it -> "Basic " + Base64.getEncoder().encodeToString(it.getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return base;
    }
}
