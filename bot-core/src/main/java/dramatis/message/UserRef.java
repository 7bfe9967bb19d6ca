package dramatis.message;

import static java.util.Objects.requireNonNull;

/** A person on a platform: the platform's name and its numeric or other stable id, never a display name. */
public record UserRef(String platform, String userId) {
    public UserRef {
        requireNonNull(platform, "platform");
        requireNonNull(userId, "userId");
    }
}
