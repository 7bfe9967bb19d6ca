package dramatis.access;

/** What a platform lets a person do in a place. Asked only where a decision depends on it; may ask the platform and wait. */
@FunctionalInterface
public interface Rights {
    /** Whether they run the place: Discord's Manage Server, Telegram's creator and administrators. */
    boolean admin();
}
