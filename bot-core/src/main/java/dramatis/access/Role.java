package dramatis.access;

/** What somebody may do in a place; each role may do what those before it may. */
public enum Role {
    /** May do nothing, and is not heard. */
    BLOCKED,
    MEMBER,
    /** Named by an admin: looks after who plays. */
    MANAGER,
    /** Runs the place on its platform; everybody does in a private chat. */
    ADMIN,
    /** Runs the bot. */
    OWNER;

    public boolean atLeast(Role needed) {
        return compareTo(needed) >= 0;
    }
}
