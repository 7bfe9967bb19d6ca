package dramatis.discord;

import static java.util.Objects.requireNonNull;

/** A webhook that is the bot's own: its id, and the token that lets it speak, which is never printed. */
record Hook(String id, String token) {
    Hook {
        requireNonNull(id, "id");
        requireNonNull(token, "token");
    }

    @Override
    public String toString() {
        return "Hook[" + id + "]";
    }
}
