package dramatis.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An access token and where it came from. Only the request that needs it sees it.
 *
 * @param source what people have to change when it is wrong
 */
record Token(String secret, String source) {
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

    Token {
        // the HTTP client would refuse it with the secret in its message
        if (!VISIBLE_ASCII.matcher(secret).matches()) {
            throw new HubException("The token in " + source + " has characters that no token has: copy it anew.");
        }
    }

    /** The token that was given, or the one that the hub's own tools left in the file {@code token}. */
    static Optional<Token> of(HubOptions options) {
        if (options.token().isPresent()) {
            return options.token().map(it -> new Token(it, "HF_TOKEN"));
        }
        Path file = options.home().resolve("token");
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file).strip())
                            .filter(it -> !it.isEmpty())
                            .map(it -> new Token(it, file.toString()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // somebody else's file; a model that is open to all needs none
        }
    }

    @Override
    public String toString() {
        return "…";
    }
}
